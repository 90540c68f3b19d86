using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Channels;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Portal.Inbox;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Channels;

/// <summary>AB角 in an urgent contact: who is away is passed over, who stands in has their place. The town's time is Monday, 2 November 2020.</summary>
public sealed class UrgentAbsenceTests
{
    private static readonly DateOnly Monday = new(2020, 11, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_away_is_passed_over_at_once_and_who_stands_in_is_called_on()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        await Away(open, "market-liaison", "market-editor", Monday, Monday);
        var id = await open.Urgent();

        await open.Work();

        var attempts = (await open.Contact(id)).Attempts.OrderBy(a => a.Sequence).ToList();
        Assert.Equal((ContactPost.First, AttemptResult.Away), (attempts[0].Post, attempts[0].Result));
        var editor = Guid.Parse(await open.Account("market-editor"));
        Assert.Equal((ContactPost.First, editor), (attempts[1].Post, attempts[1].AccountId));
        Assert.Contains($"不在岗，由{attempts[1].Person}代", attempts[0].Words);
        Assert.Empty(open.WeCom.Cards); // nothing goes to whoever is away
        Assert.Contains($"不在岗，由{attempts[1].Person}代", await open.Town.TextOf("hotline1", $"/desk/orders/{id}"));
        Assert.Contains($"等待首位联络员{attempts[1].Person}答复", await open.Town.TextOf("hotline1", $"/desk/orders/{id}"));
        Assert.True(await open.Town.Rows(db => db.Set<Message>().AnyAsync(m => m.AccountId == editor && m.Href == $"/desk/orders/{id}/acknowledgement", Ct)));
        Assert.Equal((await open.Contact(id)).BeganAt.AddMinutes(60), (await open.Contact(id)).Until); // the whole time is the substitute's
    }

    [Fact]
    public async Task Who_stands_in_and_is_next_in_the_order_is_called_on_there_and_only_once()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        await Away(open, "market-liaison", "market-approver", Monday, Monday);
        var id = await open.Urgent();

        await open.Work();

        Assert.Equal([(ContactPost.First, ContactWay.WeCom, AttemptResult.Away), (ContactPost.Next, ContactWay.Sms, AttemptResult.Sent)], await open.Attempts(id));
        Assert.Single(open.Sms.Requests);
        await open.Pass(60);
        Assert.Equal((ContactPost.Leader, ContactWay.Phone, AttemptResult.ToCall), (await open.Attempts(id))[^1]);
    }

    [Fact]
    public async Task A_leader_who_is_away_is_passed_over_likewise_and_the_office_is_given_the_substitute_to_call()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        await Away(open, "market-head", "market-editor", Monday, Monday.AddDays(2));
        var id = await open.Urgent();
        await open.Work();
        await open.Pass(60);

        await open.Pass(60);

        var attempts = (await open.Contact(id)).Attempts.OrderBy(a => a.Sequence).ToList();
        Assert.Contains(attempts, a => a is { Post: ContactPost.Leader, Result: AttemptResult.Away });
        Assert.Equal(Guid.Parse(await open.Account("market-editor")), attempts[^1].AccountId);
        Assert.DoesNotContain(attempts, a => a is { Post: ContactPost.Leader, Result: AttemptResult.ToCall } && a.AccountId != attempts[^1].AccountId);
    }

    [Fact]
    public async Task The_day_decides_and_who_is_back_is_called_on_as_before()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        await Away(open, "market-liaison", "market-editor", Monday, Monday);
        open.Town.Time.Advance(TimeSpan.FromDays(1));

        var id = await open.Urgent();
        await open.Work();

        Assert.Equal([(ContactPost.First, ContactWay.WeCom, AttemptResult.Sent)], await open.Attempts(id));
    }

    [Fact]
    public async Task Where_the_substitute_is_away_too_the_next_person_is_called_on()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        await Away(open, "market-liaison", "market-editor", Monday, Monday);
        await Away(open, "market-editor", "market-head", Monday, Monday);
        var id = await open.Urgent();

        await open.Work();

        Assert.Equal([(ContactPost.First, ContactWay.WeCom, AttemptResult.Away), (ContactPost.Next, ContactWay.Sms, AttemptResult.Sent)], await open.Attempts(id));
        Assert.Contains("也联系不到", (await open.Contact(id)).Attempts.MinBy(a => a.Sequence)!.Words);
    }

    // recorded as the page records it; that the two share a role is the page's rule, and tested there
    private static Task<bool> Away(UrgentTown open, string away, string partner, DateOnly from, DateOnly to) => open.Town.InCounty(async (db, services) =>
    {
        var people = await db.Users.AsNoTracking().Where(a => a.UserName == away || a.UserName == partner).ToListAsync(Ct);
        Colleague Of(string user) => people.Single(a => a.UserName == user) is var a ? new(a.Id, a.DisplayName, "SCJG", 0, ["liaison"]) : null!;
        var act = new Act(people.Single(a => a.UserName == away).AsActor, services.GetRequiredService<TimeProvider>().Now());
        await services.GetRequiredService<Writer>().Write(act, () =>
        {
            db.Add(Absence.Begin(services.GetRequiredService<IdSource>().NewId(act.Now), (Of(away), Of(partner)), (from, to), [], act));
            return Task.CompletedTask;
        }, Ct);
        return true;
    });
}
