using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.CasePage;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Files;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Archive;

/// <summary>档案包 — the whole file of a case as one ZIP: the folder's list, the office's papers as Word, what was uploaded, the journal. Made on disk, never whole in memory.</summary>
internal sealed class ArchivePackage(AppDb db, DocumentRegister register, DocumentDesk documents, FileStore store, CountyScope scope)
{
    public async Task<IResult> Of(HttpContext http, Case c, CancellationToken ct)
    {
        var papers = await register.OfMatter(c.Ref, ct);
        var files = await db.Set<StoredFile>().AsNoTracking().Where(f => f.MatterKind == "case" && f.MatterId == c.Id).OrderBy(f => f.UploadedAt).ToListAsync(ct);
        var journal = await CaseTimeline.Of(db, c.Id, forStaff: true, ct);
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{c.Number}.zip\"";
        // a ZIP's directory is written without waiting, which a response does not allow: it is made in a file that is gone when it is closed
        var made = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            if (scope.County.Demo)
            {
                await Text(zip, "演示说明.txt", DemoSheet.Words, ct);
            }

            await Text(zip, "卷内目录.csv", Index(c, papers), ct);
            await Text(zip, "办理过程.csv", Story(journal), ct);
            foreach (var (paper, n) in papers.Select((p, i) => (p, i + 1)))
            {
                await Put(zip, $"文书/{n:00} {paper.KindName}.docx", new MemoryStream(DocumentDocx.Of(await documents.Open(http, paper.Id))), ct);
            }

            foreach (var (file, n) in files.Select((f, i) => (f, i + 1)))
            {
                await using var content = store.Open(file);
                await Put(zip, $"材料/{n:00} {FileName.Clean(file.Name)}", content, ct);
            }
        }

        made.Position = 0;
        return Results.Stream(made, "application/zip");
    }

    private static string Index(Case c, IReadOnlyList<DocumentRecord> papers) =>
        string.Join('\n', ["序号,类别,题名,编号,日期", .. Folder.Of(c, papers).Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Order},{l.Kind},{Cell(l.Title)},{Cell(l.Number)},{l.On:yyyy-MM-dd}"))]);

    private static string Story(IReadOnlyList<TimelineEntry> journal) => string.Join('\n',
        ["时间,经办人,事项,理由", .. journal.Reverse().Select(j => string.Create(CultureInfo.InvariantCulture, $"{ChinaTime.Local(j.At):yyyy-MM-dd HH:mm:ss},{Cell(j.Who)},{Cell(j.What)},{Cell(j.Why)}"))]);

    // a cell that a spreadsheet would take for a formula is made text
    private static string Cell(string? text) => $"\"{(text is ['=' or '+' or '-' or '@', ..] ? "'" : "")}{text?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Task Text(ZipArchive zip, string name, string text, CancellationToken ct) =>
        Put(zip, name, new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]), ct);

    private static async Task Put(ZipArchive zip, string name, Stream content, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(ct);
        await content.CopyToAsync(entry, ct);
    }
}
