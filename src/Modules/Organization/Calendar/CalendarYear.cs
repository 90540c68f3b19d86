using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Http;

namespace Yimen.Organization.Calendar;

/// <summary>工作日历 — the year as everybody may see it: holidays, make-up days, working days of each month.</summary>
internal static class CalendarYear
{
    /// <summary>The first year whose notices ship with the program.</summary>
    private const int FirstKnown = 2019;

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/calendar", Show).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, string? year, CalendarOfRequest request, TimeProvider time, CancellationToken ct)
    {
        var calendar = (await request.Clock(ct)).Calendar;
        var today = time.Today();
        // one year past the last that is known shows that it is not known yet
        var years = (First: FirstKnown, Last: Math.Max(today.Year, calendar.Exceptions.Where(d => calendar.Covers(d.Date.Year)).Max(d => d.Date.Year)) + 1);
        var shown = int.TryParse(year, out var asked) ? Math.Clamp(asked, years.First, years.Last) : today.Year;
        return Page.Of<CalendarYearPage>(http, YearView.Of(calendar, shown, years, today));
    }
}
