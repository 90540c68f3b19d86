using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Clocks;

/// <summary>
/// Who hears of a crossed mark: the person first. Whoever holds the case; while it lies in a queue, everybody of that queue. Silence is told to the clerk who
/// received it, to the unit's head and to the centre as well (practice.md).
/// </summary>
internal sealed class ClockLetters(AppDb db, Outbox outbox)
{
    public async Task Tell(Case c, Crossing crossing, Act act, CancellationToken ct)
    {
        var people = await Hands(c, ct);
        if (crossing.Mark is ClockMark.Silence or ClockMark.DeemedAccepted)
        {
            people.UnionWith([.. c.ReceivedBy is { } clerk ? [clerk] : Array.Empty<Guid>(), .. await Of(Roles.UnitHead, c.Unit, ct), .. await Of(Roles.Coordination, null, ct)]);
        }

        foreach (var person in people)
        {
            await outbox.Add(act, Letter.ToAccount(person, Subject(crossing), Body(c, crossing)) with
            {
                Matter = c.Ref,
                Href = $"/desk/cases/{c.Id}",
                DedupeKey = $"clock/{c.Id:N}/{crossing.Mark}{crossing.Detail}/{crossing.Due:yyyyMMdd}/{person.ToString("N")[^8..]}",
            }, ct);
        }
    }

    private async Task<HashSet<Guid>> Hands(Case c, CancellationToken ct)
    {
        var tasks = await db.Set<InboxTask>().AsNoTracking().Where(t => t.Kind == "case" && t.MatterId == c.Id && t.ClosedAt == null).ToListAsync(ct);
        var held = tasks.Where(t => t.Holder is not null).Select(t => t.Holder!.Value).ToHashSet();
        if (held.Count == 0)
        {
            foreach (var task in tasks.Where(t => t.Unit is not null))
            {
                held.UnionWith(await Of(task.Role, task.Unit, ct));
            }
        }

        return held;
    }

    private async Task<List<Guid>> Of(string role, UnitId? unit, CancellationToken ct)
    {
        var code = unit?.Value ?? "";
        return await db.Set<Grant>().AsNoTracking().Where(g => g.Role == role && (code == "" || g.UnitCode == code)).Select(g => g.AccountId).Distinct().ToListAsync(ct);
    }

    private static string Subject(Crossing crossing) => crossing.Mark switch
    {
        ClockMark.Silence => $"收件后第 {crossing.Detail} 个工作日，尚未告知是否受理",
        ClockMark.DeemedAccepted => "逾期未告知，依法视为受理",
        ClockMark.Warning => "办件即将到期",
        ClockMark.Promised => "办件已超过承诺时限",
        ClockMark.Statutory => "办件已超过法定时限",
        ClockMark.Step => $"{crossing.Detail}环节超时",
        ClockMark.Special => "特别程序超过规定时间",
        ClockMark.HearingNear => "听证还没有通知时间和地点，组织期限临近",
        ClockMark.HearingLate => "超过规定期限还没有举行听证",
        _ => Label.Of(crossing.Mark),
    };

    private static string Body(Case c, Crossing crossing) => $"{c.Number} {c.ItemName}：{Subject(crossing)}，期限为 {Chinese.Date(crossing.Due)}。";
}
