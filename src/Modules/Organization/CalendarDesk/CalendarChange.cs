using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Organization.CalendarDesk;

/// <summary>How many open matters of one kind moved.</summary>
internal sealed record Moved(string Kind, int Count);

/// <summary>Changes the calendar and, in the same transaction, every open deadline that the change moves (domain C3).</summary>
internal sealed class CalendarChange(AppDb db, Writer writer, Calendars calendars, CountyScope scope, IEnumerable<DeadlineKeeper> keepers)
{
    public async Task<IReadOnlyList<Moved>> Apply(Act act, string? key, Action<CountyCalendar> change, CancellationToken ct)
    {
        var moved = await writer.Write(act, key, async () =>
        {
            var calendar = await db.Set<CountyCalendar>().FirstOrDefaultAsync(c => c.Id == CountyCalendar.TheOne, ct) ?? db.Add(new CountyCalendar()).Entity;
            change(calendar);
            var clock = calendars.With(calendar.Days);
            var list = new List<Moved>();
            foreach (var keeper in keepers)
            {
                list.Add(new(keeper.Kind, await keeper.Recompute(db, clock, act, ct)));
            }

            return list;
        }, ct);
        await calendars.Read(scope.County, db, ct);
        return moved;
    }

    /// <summary>What the page after the change says.</summary>
    public static string Words(string done, IReadOnlyList<Moved> moved) => moved.Sum(m => m.Count) is 0
        ? $"{done}没有未办结事项的截止日期因此变动。"
        : $"{done}{moved.Sum(m => m.Count)} 件未办结事项的截止日期随之调整（{string.Join("，", moved.Where(m => m.Count > 0).Select(m => $"{m.Kind} {m.Count} 件"))}）。";
}
