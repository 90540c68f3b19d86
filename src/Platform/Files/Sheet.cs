using Microsoft.AspNetCore.Http;
using MiniExcelLibs;

namespace Yimen.Platform.Files;

/// <summary>Rows as an XLSX file for download. It is made beside the answer, on disk, so that a large one is never whole in memory.</summary>
public static class Sheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="name">The file's name with its ending.</param>
    /// <param name="rows">Header to cell; the first row's keys are the heads.</param>
    public static IResult Of(string name, IEnumerable<IReadOnlyDictionary<string, object?>> rows) => Answer(name, Cells(rows));

    /// <param name="name">The file's name with its ending.</param>
    /// <param name="sheets">Title and rows of each sheet, in their order.</param>
    public static IResult Of(string name, params IEnumerable<(string Title, IEnumerable<IReadOnlyDictionary<string, object?>> Rows)> sheets) =>
        Answer(name, sheets.ToDictionary(s => s.Title, object (s) => Cells(s.Rows)));

    private static IResult Answer(string name, object content)
    {
        var stream = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        stream.SaveAs(content);
        stream.Position = 0;
        return Results.Stream(stream, ContentType, name);
    }

    private static IEnumerable<IDictionary<string, object?>> Cells(IEnumerable<IReadOnlyDictionary<string, object?>> rows) =>
        rows.Select(r => (IDictionary<string, object?>)r.ToDictionary(c => c.Key, c => Safe(c.Value)));

    // a cell that begins like a formula would be run by the reader's program
    private static object? Safe(object? value) => value is string { Length: > 0 } text && "=+-@\t\r".Contains(text[0]) ? "'" + text : value;
}
