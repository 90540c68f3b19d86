using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Documents;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The demo world's cases: every state, every door, honest dates.</summary>
[Collection(nameof(Lechang))]
public sealed class CasesWorldTests(Lechang lechang)
{
    private static readonly DateOnly Today = new(2020, 11, 2);

    [Fact]
    public async Task Every_state_and_every_door_is_there()
    {
        var rows = await lechang.Rows(db => db.Cases.AsNoTracking().Select(c => new { c.State, c.Channel, c.Unit, c.Due, c.DecidedOn }).ToListAsync());

        Assert.InRange(rows.Count, 250, 600);
        Assert.All(
        [
            CaseState.Draft, CaseState.Submitted, CaseState.Received, CaseState.CorrectionAsked, CaseState.Corrected, CaseState.Refused, CaseState.Accepted, CaseState.Reviewing, CaseState.Proposed,
            CaseState.Certifying, CaseState.AwaitingDelivery, CaseState.Delivered, CaseState.Terminated,
        ], s => Assert.Contains(rows, r => r.State == s));
        Assert.All(Enum.GetValues<Channel>(), c => Assert.Contains(rows, r => r.Channel == c));
        Assert.True(rows.Select(r => r.Unit).Distinct().Count() >= 10);
        Assert.Contains(rows, r => r.DecidedOn == null && r.Due < Today);
        Assert.Contains(rows, r => r.DecidedOn == null && r.Due == Today);
        Assert.Contains(rows, r => r.DecidedOn > r.Due);
    }

    [Fact]
    public async Task No_act_lies_in_the_future_and_every_decision_has_its_paper()
    {
        var rows = await lechang.Rows(db => db.Cases.Whole.AsNoTracking().ToListAsync());
        var papers = await lechang.Rows(db => db.Set<DocumentRecord>().Where(d => d.MatterKind == "case").Select(d => d.Id).ToListAsync());

        Assert.All(rows, c => Assert.True(c.FiledAt is null || ChinaTime.DateOf(c.FiledAt.Value) < Today));
        Assert.All(rows, c => Assert.True((c.DecidedOn ?? c.AcceptedOn ?? c.ReceivedOn ?? default) <= Today));
        Assert.All(rows.Where(c => c.DecidedOn is not null), c => Assert.Contains(c.DocumentId!.Value, papers));
    }

    [Fact]
    public async Task What_waits_stands_in_an_inbox_and_numbers_have_no_gaps()
    {
        var (waiting, tasks, numbers) = await lechang.Rows(async db => (
            await db.Cases.Where(c => c.State != CaseState.Draft && c.State != CaseState.CorrectionAsked && c.State < CaseState.Delivered && c.State != CaseState.Refused).Select(c => c.Id).ToListAsync(),
            await db.Set<InboxTask>().Where(t => t.Kind == "case" && t.ClosedAt == null).Select(t => t.MatterId).Distinct().ToListAsync(),
            await db.Cases.Where(c => c.Number != "").Select(c => c.Number).ToListAsync()));

        Assert.Equal(waiting.Order(), tasks.Order());
        Assert.All(numbers.GroupBy(n => n[..^4]), g => Assert.Equal(Enumerable.Range(1, g.Count()), g.Select(n => int.Parse(n[^4..])).Order()));
    }
}
