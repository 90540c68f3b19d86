using Microsoft.AspNetCore.Http;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using Yimen.Platform.Files;

namespace Yimen.Catalog.Sheets;

/// <summary>One sheet to be written: its heads and its rows, taken one by one.</summary>
internal sealed record Sheet(string Name, IReadOnlyList<string> Heads, IEnumerable<IReadOnlyList<string>> Rows);

/// <summary>Answers with an XLSX; rows pass through, the file lies on disk until it is sent. A demo county's says so on a last sheet.</summary>
internal sealed class WorkbookAnswer : IResult
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly string fileName;
    private readonly IReadOnlyList<Sheet> sheets;
    private readonly CancellationToken ct;

    private WorkbookAnswer(string fileName, IReadOnlyList<Sheet> sheets, CancellationToken ct) => (this.fileName, this.sheets, this.ct) = (fileName, sheets, ct);

    public static Task<IResult> Of(string fileName, IReadOnlyList<Sheet> sheets, CancellationToken ct) => Task.FromResult<IResult>(new WorkbookAnswer(fileName, sheets, ct));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var demo = DemoSheet.WantedFor(httpContext);
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        try
        {
            await Write(file, demo ? [.. sheets, new Sheet(DemoSheet.Title, ["说明"], [[DemoSheet.Words]])] : sheets, ct);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        await Results.File(file, ContentType, demo ? DemoSheet.Named(fileName) : fileName).ExecuteAsync(httpContext);
    }

    public static Task Write(Stream to, IReadOnlyList<Sheet> sheets, CancellationToken ct) =>
        to.SaveAsAsync(sheets.ToDictionary(s => s.Name, object (s) => new SheetReader(s)), printHeader: true, configuration: new OpenXmlConfiguration { AutoFilter = false }, cancellationToken: ct);
}
