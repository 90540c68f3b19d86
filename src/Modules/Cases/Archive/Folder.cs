using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Documents;

namespace Yimen.Cases.Archive;

/// <summary>
/// 卷内目录 — what lies in the folder, in the order of its binding: the papers of the office by day, then the materials in the guide's order, each as it was met. What left nothing behind
/// (告知承诺, whose letter is among the papers; 不适用) is not listed.
/// </summary>
internal static class Folder
{
    public static IReadOnlyList<FolderLine> Of(Case c, IReadOnlyList<DocumentRecord> papers)
    {
        var lines = papers.Select(p => new FolderLine(0, "文书", p.KindName, p.Number, ChinaTime.DateOf(p.IssuedAt), $"/documents/{p.Id}"))
            .Concat(c.Materials.Where(LeftSomething).OrderBy(m => m.Order).Select(m => new FolderLine(0, "材料", m.Name, Kept(m), c.ReceivedOn, m.FileId is null ? null : $"/desk/cases/{c.Id}/materials/{m.Id}")));
        return [.. lines.Select((line, i) => line with { Order = i + 1 })];
    }

    private static bool LeftSomething(CaseMaterial m) => m.FileId is not null || (m.IsMet && m.How is not (MaterialHow.Pledged or MaterialHow.NotApplicable));

    private static string Kept(CaseMaterial m) => m switch
    {
        { How: MaterialHow.OriginalKept or MaterialHow.Copy, FileId: null } => $"纸质（{m.Words}）",
        { How: MaterialHow.OriginalKept or MaterialHow.Copy } => $"纸质、电子（{m.Words}）",
        { FileId: not null } => "电子",
        _ => m.Words,
    };
}
