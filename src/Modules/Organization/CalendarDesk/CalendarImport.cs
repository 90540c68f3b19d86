using System.Text;
using System.Text.Json;
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

public sealed record CalendarImportInput
{
    public string? Source { get; init; }

    /// <summary>The file's days as they were read, for the confirmation.</summary>
    public string? Content { get; init; }
}

public sealed record CalendarImportView(string? Source, FormErrors Errors);

public sealed record CalendarPreviewView(string Source, string Content, IReadOnlyList<int> Years, int Days, IReadOnlyList<CalendarDifference> Differences);

/// <summary>导入放假安排 — each autumn the State Council's notice of the next year, as a file; shown before it holds.</summary>
internal static class CalendarImport
{
    private const int LongestSource = 200;
    private const int LargestFile = 1_000_000;

    internal static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/desk/calendar/import").RequirePermission("calendar.edit").ExcludeFromDescription();
        group.MapGet("", (HttpContext http) => Page.Of<CalendarImportPage>(http, new CalendarImportView(null, new())));
        group.MapPost("", Preview);
        group.MapPost("/confirmation", Confirm);
    }

    private static async Task<IResult> Preview(HttpContext http, [FromForm] CalendarImportInput input, IFormFile? file, Calendars calendars, AppDb db, CancellationToken ct)
    {
        var errors = new FormErrors();
        CheckSource(input.Source, errors);
        if (file is null || file.Length == 0)
        {
            errors.Add("file", "请选择放假安排文件（JSON）。");
        }
        else if (file.Length > LargestFile)
        {
            errors.Add("file", "文件超过 1 MB，不像放假安排。");
        }

        var read = errors.Of("file") is null ? Read(file!.OpenReadStream(), errors) : null;
        return errors.Count > 0
            ? Page.Again<CalendarImportPage>(http, new CalendarImportView(input.Source, errors))
            : Page.Of<CalendarPreviewPage>(http, new CalendarPreviewView(input.Source!.Trim(), Text(read!), read!.Years, read.Days.Count, await Differences(read, calendars, db, ct)));
    }

    private static async Task<IResult> Confirm(HttpContext http, [FromForm] CalendarImportInput input, Calendars calendars, AppDb db, CalendarChange change, CancellationToken ct)
    {
        var errors = new FormErrors();
        CheckSource(input.Source, errors);
        var read = Read(new MemoryStream(Encoding.UTF8.GetBytes(input.Content ?? "")), errors);
        if (errors.Count > 0)
        {
            return Page.Again<CalendarImportPage>(http, new CalendarImportView(input.Source, errors));
        }

        var days = (await Differences(read!, calendars, db, ct)).Select(d => d.Day).ToList();
        if (days.Count == 0)
        {
            return Page.Then(http, "/desk/calendar", "文件与现有日历一致，没有需要导入的内容。");
        }

        var act = http.Act();
        var moved = await change.Apply(act, http.IdempotencyKey, c => c.Import(days, input.Source!.Trim(), act), ct);
        return Page.Then(http, "/desk/calendar", CalendarChange.Words($"已导入 {days.Count} 天的放假安排。", moved));
    }

    private static async Task<IReadOnlyList<CalendarDifference>> Differences(CalendarFile file, Calendars calendars, AppDb db, CancellationToken ct)
    {
        var rows = await db.Set<CalendarDayRow>().AsNoTracking().ToListAsync(ct);
        var notices = calendars.With([.. rows.Where(r => r.Kind == CalendarDaySource.Notice)]).Calendar;
        return CalendarDifference.Between(notices, file, rows.Where(r => r is { Kind: CalendarDaySource.Local, Withdrawn: false }).Select(r => r.Date).ToHashSet());
    }

    private static void CheckSource(string? source, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(source) || source.Trim().Length > LongestSource)
        {
            errors.Add("source", $"请填写放假通知的名称和文号，不超过 {LongestSource} 字。");
        }
    }

    private static CalendarFile? Read(Stream stream, FormErrors errors)
    {
        try
        {
            return CalendarFile.Parse(stream);
        }
        catch (RuleViolation refused)
        {
            errors.Add("file", refused.Message);
            return null;
        }
    }

    private static string Text(CalendarFile file) =>
        JsonSerializer.Serialize(new { days = file.Days.Select(d => new { date = d.Date.ToString("yyyy-MM-dd"), name = d.Name, isOffDay = d.IsOff }) });
}
