using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Organization.Windows;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Hours;

public sealed record HoursInput
{
    public string? ValidFrom { get; init; }

    public string? MorningFrom { get; init; }

    public string? MorningTo { get; init; }

    public string? AfternoonFrom { get; init; }

    public string? AfternoonTo { get; init; }

    public string? Source { get; init; }
}

public sealed record HoursView(IReadOnlyList<HoursRow> Rows, HoursInput Input, FormErrors Errors, string? Key, bool MayEdit);

/// <summary>办公时间 — the centre's hours as dated rows; what is filed online after closing is received the next working day.</summary>
internal static class DeskHours
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/hours", Show).RequirePermission("organization.read").ExcludeFromDescription();
        app.MapPost("/desk/hours", Set).RequirePermission("organization.edit").ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, AppDb db, PermissionTable table, TimeProvider time, CancellationToken ct)
    {
        var rows = await Rows(db, ct);
        var now = rows.FirstOrDefault(r => r.ValidFrom <= time.Today()) ?? new HoursRow { ValidFrom = default, MorningFrom = new(8, 30), MorningTo = new(12, 0), AfternoonFrom = new(14, 30), AfternoonTo = new(17, 30), Source = "" };
        var input = new HoursInput
        {
            MorningFrom = now.MorningFrom.ToString("HH:mm"), MorningTo = now.MorningTo.ToString("HH:mm"), AfternoonFrom = now.AfternoonFrom.ToString("HH:mm"), AfternoonTo = now.AfternoonTo.ToString("HH:mm"),
        };
        return Page.Of<HoursPage>(http, new HoursView(rows, input, new(), null, http.Visitor.May(table, "organization.edit")));
    }

    private static async Task<IResult> Set(HttpContext http, [FromForm] HoursInput input, AppDb db, Writer writer, CancellationToken ct)
    {
        var errors = new FormErrors();
        var wanted = Read(input, errors);
        if (wanted is not null)
        {
            await Try(http, wanted, db, writer, errors, ct);
        }

        return errors.Count > 0
            ? Page.Again<HoursPage>(http, new HoursView(await Rows(db, ct), input, errors, http.IdempotencyKey, true))
            : Page.Then(http, "/desk/hours", $"自{Dates.Day(wanted!.ValidFrom)}起执行：{wanted.Words}。");
    }

    private static async Task Try(HttpContext http, HoursRow wanted, AppDb db, Writer writer, FormErrors errors, CancellationToken ct)
    {
        try
        {
            var act = http.Act();
            await writer.Write(act, http.IdempotencyKey, async () =>
            {
                var timetable = await db.Set<OfficeTimetable>().FirstOrDefaultAsync(c => c.Id == OfficeTimetable.TheOne, ct) ?? db.Add(new OfficeTimetable()).Entity;
                timetable.Set(wanted, act);
                return true;
            }, ct);
        }
        catch (RuleViolation refused) when (refused.Code is "hours-order" or "hours-backwards")
        {
            errors.Add(refused.Code == "hours-order" ? "morningFrom" : "validFrom", refused.Message);
        }
    }

    private static Task<List<HoursRow>> Rows(AppDb db, CancellationToken ct) => db.Set<HoursRow>().AsNoTracking().OrderByDescending(r => r.ValidFrom).ToListAsync(ct);

    private static HoursRow? Read(HoursInput input, FormErrors errors)
    {
        var from = WindowForm.Day(input.ValidFrom, "validFrom", errors);
        var row = new HoursRow
        {
            ValidFrom = from,
            MorningFrom = Time(input.MorningFrom, "morningFrom", errors),
            MorningTo = Time(input.MorningTo, "morningTo", errors),
            AfternoonFrom = Time(input.AfternoonFrom, "afternoonFrom", errors),
            AfternoonTo = Time(input.AfternoonTo, "afternoonTo", errors),
            Source = input.Source?.Trim() ?? "",
        };
        if (row.Source.Length is 0 or > 200)
        {
            errors.Add("source", "请填写依据的通知或决定，不超过 200 字。");
        }

        return errors.Count > 0 ? null : row;
    }

    private static TimeOnly Time(string? text, string field, FormErrors errors)
    {
        if (TimeOnly.TryParseExact(text?.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        errors.Add(field, "请填写时间，如 08:30。");
        return default;
    }
}
