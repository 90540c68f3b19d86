using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Calendar;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Organization.CalendarDesk;

/// <param name="Missing">The next year whose notice is wanted; null while it is known.</param>
public sealed record DeskCalendarView(string Version, IReadOnlyList<int> Years, int? Missing, IReadOnlyList<CalendarDayRow> Local, IReadOnlyList<CalendarDayRow> Imported);

/// <summary>工作日历 at the desk: which years are known, what the county added, and the doors to add more.</summary>
internal static class DeskCalendar
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/calendar", Show).RequirePermission("calendar.edit").ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, CalendarOfRequest request, AppDb db, TimeProvider time, CancellationToken ct)
    {
        var calendar = (await request.Clock(ct)).Calendar;
        var rows = await db.Set<CalendarDayRow>().AsNoTracking().OrderByDescending(d => d.Date).ToListAsync(ct);
        var next = time.Today().Year + 1;
        return Page.Of<DeskCalendarPage>(http, new DeskCalendarView(
            calendar.Version,
            [.. calendar.Exceptions.Select(d => d.Date.Year).Distinct().Where(calendar.Covers).Order()],
            calendar.Covers(next) ? null : next,
            [.. rows.Where(r => r.Kind == CalendarDaySource.Local)],
            [.. rows.Where(r => r.Kind == CalendarDaySource.Notice)]));
    }
}
