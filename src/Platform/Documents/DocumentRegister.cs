using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Documents;

/// <summary>The register of issued documents: modules issue here, inside a writer's change; everybody reads here.</summary>
public sealed class DocumentRegister(AppDb db, CountyScope scope, IdSource ids)
{
    private const int CodeLength = 12;

    /// <summary>Issues a document with the change under way. Its number is given last, immediately before the save (ruling 10).</summary>
    public DocumentRecord Issue(Act act, DocumentKind kind, MatterRef matter, DocumentContent content) => Issue(act, kind, matter, _ => content);

    /// <summary>Issues a document that quotes numbers given in the same save: its own, or its matter's.</summary>
    /// <param name="act">Who issues it, when.</param>
    /// <param name="kind">What sort of paper it is.</param>
    /// <param name="matter">What it belongs to.</param>
    /// <param name="content">Makes the content when the document's number, and all other numbers of this change, are known.</param>
    /// <param name="numbered">Told the number, e.g. to add it to the note just taken: <c>n => case.Trail.Add(new("文号", null, n))</c>.</param>
    public DocumentRecord Issue(Act act, DocumentKind kind, MatterRef matter, Func<string, DocumentContent> content, Action<string>? numbered = null)
    {
        var series = $"{scope.County.Name[0]}{kind.SeriesWord}";
        var source = new DocumentSource(act, kind, matter, series, scope.County.Keys) { Content = content, Numbered = numbered };
        var record = new DocumentRecord(ids.NewId(act.Now), ids.NewCode(CodeLength), source);
        db.Add(record);
        return record;
    }

    public Task<DocumentRecord?> Find(Guid id, CancellationToken ct = default) => db.Set<DocumentRecord>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct);

    /// <summary>The document with this verification code, however it was typed.</summary>
    public Task<DocumentRecord?> FindByCode(string typed, CancellationToken ct = default)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return db.Set<DocumentRecord>().AsNoTracking().FirstOrDefaultAsync(d => d.Code == code, ct);
    }

    public Task<List<DocumentRecord>> OfMatter(MatterRef matter, CancellationToken ct = default) => db.Set<DocumentRecord>().AsNoTracking()
        .Where(d => d.MatterKind == matter.Kind && d.MatterId == matter.Id).OrderBy(d => d.IssuedAt).ThenBy(d => d.Id).ToListAsync(ct);

    /// <summary>What the document said; null when the county's keys are not here (a restore without keys).</summary>
    /// <exception cref="RuleViolation"><c>document-altered</c>: the row was changed behind the program's back.</exception>
    public DocumentContent? Read(DocumentRecord record)
    {
        if (scope.County.Keys.Open(record.Content) is not { } json)
        {
            return null;
        }
        return record.DigestOf(scope.County.Keys, json) == record.Hash
            ? DocumentContent.FromJson(json)
            : throw new RuleViolation("document-altered", "这份文书的存档与签发时不一致，已停止显示。请联系审计管理员。");
    }
}
