using Yimen.Platform.Documents;
using Yimen.Platform.Ui;

namespace Yimen.Cases.CasePage;

/// <summary>The papers of a case as links: 受理通知书 乐受〔2020〕000123号.</summary>
internal static class CaseDocuments
{
    public static IReadOnlyList<DocumentLink> Of(IEnumerable<DocumentRecord> papers) =>
        [.. papers.Select(p => new DocumentLink(p.KindName, $"/documents/{p.Id}", p.RevokedAt is null ? p.Number : $"{p.Number}，已撤销"))];
}
