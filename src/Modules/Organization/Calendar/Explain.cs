using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Calendar;

/// <summary>What the explanation page shows: the question as it was asked and, when it could be read, the answer.</summary>
/// <param name="Shown">The days shown; a very long answer is cut and says so.</param>
public sealed record ExplainView(DeadlineQuery Query, FormErrors Errors, Explanation? Answer, IReadOnlyList<ClockDay> Shown, string? Period)
{
    /// <summary>Three years of days: more than anybody reads, and a page that a phone can hold.</summary>
    internal const int MostShown = 1100;

    public int Counted => Answer is { Days: [.., var last] } ? last.Number : 0;
}

/// <summary>逐日说明 — why a deadline is what it is, a line a day. Everybody with the address may see it; it holds dates only.</summary>
internal static class Explain
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/calendar/explain", Show).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, [AsParameters] DeadlineQuery query, CalendarOfRequest calendar, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (!http.Request.QueryString.HasValue)
        {
            return Page.Of<ExplainPage>(http, new ExplainView(query, errors, null, [], null));
        }

        if (query.Read(errors) is not { } question)
        {
            return Page.Again<ExplainPage>(http, new ExplainView(query, errors, null, [], null));
        }

        try
        {
            var answer = question.Explain(await calendar.Clock(ct));
            var extra = question.Extra == 0 ? "" : $"，延期 {question.Extra} 天";
            return Page.Of<ExplainPage>(http, new ExplainView(query, errors, answer, [.. answer.Days.Take(ExplainView.MostShown)], question.Period + extra));
        }
        catch (RuleViolation refused)
        {
            errors.Add("", refused.Message);
            return Page.Again<ExplainPage>(http, new ExplainView(query, errors, null, [], null));
        }
    }
}
