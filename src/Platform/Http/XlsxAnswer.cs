using Microsoft.AspNetCore.Http;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Yimen.Platform.Http;

/// <summary>Answers with an XLSX file. Written to a temporary file first, since the answer cannot be sought in.</summary>
public static class XlsxAnswer
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="sheets">Name and rows of each sheet; rows are records whose columns are named by <c>ExcelColumn</c>.</param>
    public static async Task<IResult> Of(string fileName, CancellationToken ct, params IEnumerable<(string Name, object Rows)> sheets)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await file.SaveAsAsync(sheets.ToDictionary(s => s.Name, s => s.Rows), configuration: new OpenXmlConfiguration { FastMode = true, AutoFilter = false }, cancellationToken: ct);
            file.Position = 0;
            return Results.File(file, ContentType, fileName);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
