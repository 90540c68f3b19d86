using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Organization.CalendarDesk;

public sealed record LocalDayInput
{
    public string? Date { get; init; }

    /// <summary><c>off</c> or <c>work</c>.</summary>
    public string? Kind { get; init; }

    public string? Name { get; init; }

    public string? Source { get; init; }
}

public sealed record LocalDayView(LocalDayInput Input, FormErrors Errors, string? Key);

public sealed record LocalDayWithdrawalInput
{
    public string? Reason { get; init; }
}

public sealed record LocalDayWithdrawalView(CalendarDayRow Row, LocalDayWithdrawalInput Input, FormErrors Errors);

/// <summary>本地调整 — a day that a local order makes a rest day or a working day; it wins over the notices and may be taken back.</summary>
internal static class LocalDay
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/desk/calendar/days").RequirePermission("calendar.edit").ExcludeFromDescription();
        group.MapGet("/new", (HttpContext http) => Page.Of<LocalDayPage>(http, new LocalDayView(new() { Kind = "off" }, new(), null)));
        group.MapPost("", Set);
        group.MapGet("/{date}/withdrawal", ShowWithdrawal);
        group.MapPost("/{date}/withdrawal", Withdraw);
    }

    private static async Task<IResult> Set(HttpContext http, [FromForm] LocalDayInput input, CalendarChange change, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (Read(input, errors) is not { } day)
        {
            return Page.Again<LocalDayPage>(http, new LocalDayView(input, errors, http.IdempotencyKey));
        }

        var act = http.Act();
        var moved = await change.Apply(act, http.IdempotencyKey, c => c.Adjust(day, input.Source!.Trim(), act), ct);
        return Page.Then(http, "/desk/calendar", CalendarChange.Words($"{Dates.Day(day.Date)}已设为{(day.IsOff ? "休息" : "上班")}。", moved));
    }

    private static async Task<IResult> ShowWithdrawal(HttpContext http, string date, AppDb db, CancellationToken ct) =>
        Page.Of<LocalDayWithdrawalPage>(http, new LocalDayWithdrawalView(await Find(db, date, ct), new(), new()));

    private static async Task<IResult> Withdraw(HttpContext http, string date, [FromForm] LocalDayWithdrawalInput input, AppDb db, CalendarChange change, CancellationToken ct)
    {
        var row = await Find(db, date, ct);
        if (string.IsNullOrWhiteSpace(input.Reason) || input.Reason.Trim().Length > 200)
        {
            var errors = new FormErrors();
            errors.Add("reason", "请填写撤回原因，不超过 200 字。");
            return Page.Again<LocalDayWithdrawalPage>(http, new LocalDayWithdrawalView(row, input, errors));
        }

        var act = http.Act(input.Reason);
        var moved = await change.Apply(act, null, c => c.Withdraw(row.Date, act), ct);
        return Page.Then(http, "/desk/calendar", CalendarChange.Words($"{Dates.Day(row.Date)}的本地调整已撤回。", moved));
    }

    private static async Task<CalendarDayRow> Find(AppDb db, string date, CancellationToken ct) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? await db.Set<CalendarDayRow>().AsNoTracking().FirstOrDefaultAsync(d => d.Date == day && d.Kind == CalendarDaySource.Local && !d.Withdrawn, ct) ?? throw new NotThere()
            : throw new NotThere();

    private static CalendarDay? Read(LocalDayInput input, FormErrors errors)
    {
        if (!DateOnly.TryParseExact(input.Date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < WorkCalendar.FirstYear or > WorkCalendar.LastYear)
        {
            errors.Add("date", "请填写有效日期，如 2020-02-03。");
        }

        if (input.Kind is not ("off" or "work"))
        {
            errors.Add("kind", "请选择休息或上班。");
        }

        if (string.IsNullOrWhiteSpace(input.Name) || input.Name.Trim().Length > 20)
        {
            errors.Add("name", "请填写名称，不超过 20 字，如：台风停工。");
        }

        if (string.IsNullOrWhiteSpace(input.Source) || input.Source.Trim().Length > 200)
        {
            errors.Add("source", "请填写依据的通知或决定，不超过 200 字。");
        }

        return errors.Count > 0 ? null : new(date, input.Name!.Trim(), input.Kind == "off");
    }
}
