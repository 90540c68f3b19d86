using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Calendar;

/// <param name="Due">The last day on which it is in time, until 24:00; null while an open suspension stands.</param>
/// <param name="Provisional">The holidays of a year on the way are not yet announced; weekends alone were taken as rest days.</param>
/// <param name="Days">Every day from the start to the due date, with its reason.</param>
public sealed record DueAnswer(DateOnly? Due, bool Provisional, IReadOnlyList<ClockDay> Days);

/// <param name="WorkingDays">The working days after the first day, up to and including the last.</param>
public sealed record ConsumedAnswer(int WorkingDays);

/// <summary>时限计算接口 — legal time for everybody: due dates and consumed working days, without an account.</summary>
internal static class CalendarApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/calendar").WithTags("日历与时限").AllowAnonymous();
        group.MapGet("/due", Due).Produces<DueAnswer>().WithName("calendarDue").WithSummary("截止日期及逐日说明")
            .WithDescription("起算日不计入；中止开始之日计入，恢复之日不计入。放假安排未公布的年份只按周末计算，provisional 为 true。")
            .ProducesValidationProblem().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/consumed", Consumed).Produces<ConsumedAnswer>().WithName("calendarConsumed").WithSummary("两日之间的工作日数")
            .WithDescription("不含 from 当日，含 to 当日。").ProducesValidationProblem();
    }

    private static async Task<IResult> Due(
        [Description("起算日，如 2020-01-20")] string? from,
        [Description("时限天数，0 至 10000")] string? days,
        [Description("working 工作日（默认）或 calendar 自然日")] string? kind,
        [Description("中止期间，如 2020-01-31..2020-02-10，可重复；尚未恢复的写作 2020-01-31..")] string[]? suspended,
        [Description("延期天数，默认 0")] string? extra,
        [FromServices] CalendarOfRequest calendar,
        CancellationToken ct)
    {
        var errors = new FormErrors();
        if (new DeadlineQuery(from, days, kind, suspended, extra).Read(errors) is not { } question)
        {
            return BadInput.Of(errors);
        }

        try
        {
            var answer = question.Explain(await calendar.Clock(ct));
            return Results.Ok(new DueAnswer(answer.Due, answer.Provisional, answer.Days));
        }
        catch (RuleViolation refused)
        {
            return BadInput.Unprocessable(refused);
        }
    }

    private static async Task<IResult> Consumed(
        [Description("起始日，不计入，如 2020-01-20")] string? from,
        [Description("截止日，计入")] string? to,
        [FromServices] CalendarOfRequest calendar,
        CancellationToken ct)
    {
        var errors = new FormErrors();
        var first = DeadlineQuery.DateIn(from, "from", errors);
        var last = DeadlineQuery.DateIn(to, "to", errors);
        if (last < first)
        {
            errors.Add("to", "截止日（to）不能早于起算日（from）。");
        }

        return errors.Count > 0 ? BadInput.Of(errors) : Results.Ok(new ConsumedAnswer((await calendar.Clock(ct)).Consumed(first!.Value, last!.Value)));
    }
}

/// <summary>The legal clock of the request's county.</summary>
internal sealed class CalendarOfRequest(Calendars calendars, CountyScope scope, AppDb db)
{
    public ValueTask<LegalClock> Clock(CancellationToken ct) => calendars.Of(scope.County, db, ct);
}
