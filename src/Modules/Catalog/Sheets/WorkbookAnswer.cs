using Microsoft.AspNetCore.Http;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Yimen.Catalog.Sheets;

/// <summary>One sheet to be written: its heads and its rows, taken one by one.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<string> Heads, IEnumerable<IReadOnlyList<string>> Rows);

/// <summary>Answers with an XLSX; rows pass through, the file lies on disk until it is sent.</summary>
internal static class WorkbookAnswer
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task<IResult> Of(string fileName, IReadOnlyList<Sheet> sheets, CancellationToken ct)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        try
        {
            await Write(file, sheets, ct);
            file.Position = 0;
            return Results.File(file, ContentType, fileName);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public static Task Write(Stream to, IReadOnlyList<Sheet> sheets, CancellationToken ct) =>
        to.SaveAsAsync(sheets.ToDictionary(s => s.Name, object (s) => new SheetReader(s)), printHeader: true, configuration: new OpenXmlConfiguration { AutoFilter = false }, cancellationToken: ct);
}
