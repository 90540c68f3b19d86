using Yimen.Kernel;
using Yimen.Platform.Documents;

namespace Yimen.Cases.Archive;

/// <summary>卷内目录 — what lies in the folder, in the order of its binding: the papers of the office by day, then the materials in the guide's order.</summary>
internal static class Folder
{
    public static IReadOnlyList<FolderLine> Of(Case c, IReadOnlyList<DocumentRecord> papers)
    {
        var lines = papers.Select(p => new FolderLine(0, "文书", p.KindName, p.Number, ChinaTime.DateOf(p.IssuedAt), $"/documents/{p.Id}"))
            .Concat(c.Materials.Where(m => m.IsMet).OrderBy(m => m.Order).Select(m => new FolderLine(0, "材料", m.Name, m.FileId is null ? "纸质" : "电子", c.ReceivedOn, m.FileId is null ? null : $"/desk/cases/{c.Id}/materials/{m.Id}")));
        return [.. lines.Select((line, i) => line with { Order = i + 1 })];
    }
}
