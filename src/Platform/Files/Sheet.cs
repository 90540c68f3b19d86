using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Files;

/// <summary>Rows as an XLSX file for download. It is made beside the answer, on disk, so that a large one is never whole in memory.</summary>
public static class Sheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="name">The file's name with its ending.</param>
    /// <param name="rows">Header to cell; the first row's keys are the heads.</param>
    public static IResult Of(string name, IEnumerable<IReadOnlyDictionary<string, object?>> rows) => new SheetAnswer(name, [("Sheet1", rows)]);

    /// <param name="name">The file's name with its ending.</param>
    /// <param name="sheets">Title and rows of each sheet, in their order.</param>
    public static IResult Of(string name, params IEnumerable<(string Title, IEnumerable<IReadOnlyDictionary<string, object?>> Rows)> sheets) => new SheetAnswer(name, [.. sheets]);
}

/// <summary>What a workbook of a demo county says of itself: in its file's name and on a last sheet.</summary>
public static class DemoSheet
{
    public const string Title = "演示";
    public const string Words = "演示数据：单位、人员和办件均为虚构，不具法律效力。";

    /// <summary>The file's name as the reader saves it.</summary>
    public static string Named(string name) => $"{Title}-{name}";

    /// <summary>Whether the county of this request is a demo.</summary>
    public static bool WantedFor(HttpContext http) => http.RequestServices.GetRequiredService<CountyScope>() is { IsChosen: true, County.Demo: true };
}

internal sealed class SheetAnswer(string name, IReadOnlyList<(string Title, IEnumerable<IReadOnlyDictionary<string, object?>> Rows)> sheets) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var demo = DemoSheet.WantedFor(httpContext);
        var stream = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        var content = sheets.ToDictionary(s => s.Title, object (s) => Cells(s.Rows));
        if (demo)
        {
            content[DemoSheet.Title] = new[] { new Dictionary<string, object?> { ["说明"] = DemoSheet.Words } };
        }

        stream.SaveAs(content);
        stream.Position = 0;
        return Results.Stream(stream, Sheet.ContentType, demo ? DemoSheet.Named(name) : name).ExecuteAsync(httpContext);
    }

    private static IEnumerable<IDictionary<string, object?>> Cells(IEnumerable<IReadOnlyDictionary<string, object?>> rows) =>
        rows.Select(r => (IDictionary<string, object?>)r.ToDictionary(c => c.Key, c => Safe(c.Value)));

    // a cell that begins like a formula would be run by the reader's program
    private static object? Safe(object? value) => value is string { Length: > 0 } text && "=+-@\t\r".Contains(text[0]) ? "'" + text : value;
}
