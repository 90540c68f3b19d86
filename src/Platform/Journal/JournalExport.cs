using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Journal;

public sealed record JournalExportInput
{
    public string? Purpose { get; init; }
    public string? Day { get; init; }
    public string? Actor { get; init; }
    public string? Verb { get; init; }
    public string? Kind { get; init; }
    public string? Matter { get; init; }

    internal JournalFilter Filter() => new(Day, Actor, Verb, Kind, Matter);
}

/// <summary>导出 — the rows of the filter as XLSX; the purpose stands in the list of exports before the file leaves.</summary>
internal static class JournalExport
{
    private const int Most = 100_000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/desk/journal/export", Handle).RequirePermission("journal.export").ExcludeFromDescription();

    private static async Task<IResult> Handle(HttpContext http, [FromForm] JournalExportInput input, JournalList list, Writer writer, ExportLog log)
    {
        var errors = new FormErrors();
        if (input.Purpose?.Trim() is not { Length: >= 2 and <= 200 } purpose)
        {
            errors.Add("Purpose", "请填写导出用途，2 至 200 字。");
            return Page.Again<JournalPage>(http, await list.View(http, input.Filter(), errors, input.Purpose));
        }
        var act = http.Act(purpose);
        var rows = await list.Rows(input.Filter(), Most, http.RequestAborted);
        await writer.Write(act, () => log.Note(act, ExportOfList.ByForm(http.Request, "办理日志", rows.Count), purpose), http.RequestAborted);
        return Sheet.Of($"办理日志{act.Today:yyyyMMdd}.xlsx", rows.Select(r => r.Cells));
    }
}

/// <summary>The list of exports, kept for whoever lets people take lists away.</summary>
public sealed class ExportLog(AppDb db, IdSource ids)
{
    /// <summary>Notes an export or a bulk view; call it inside a writer's change, before anything leaves.</summary>
    public Task Note(Act act, ExportOfList of, string purpose)
    {
        db.Add(ExportRecord.Of(ids.NewId(act.Now), act, of, purpose));
        return Task.CompletedTask;
    }
}
