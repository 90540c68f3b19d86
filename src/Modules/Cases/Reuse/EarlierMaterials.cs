using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Cases.Materials;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Reuse;

/// <summary>材料沿用 — what the same applicant handed in before and may be used again: files by their hash, paper by the case in which it lies. The latest of each name.</summary>
internal sealed class EarlierMaterials(AppDb db, IdSource ids)
{
    /// <summary>What may be offered to an applicant on a day.</summary>
    /// <param name="applicant">The index of the number: nobody else's.</param>
    /// <param name="account">Online: only what this account filed itself.</param>
    public async Task<IReadOnlyList<EarlierMaterial>> Of(string applicant, Guid? account, DateOnly today, CancellationToken ct)
    {
        if (applicant.Length == 0)
        {
            return [];
        }

        var since = today.AddDays(-(await db.LimitsOn(today, ct))[CaseLimitCode.ReuseDays]);
        var cases = db.Cases.AsNoTracking().Real.Where(c => c.ApplicantIndex == applicant && c.ReceivedOn >= since);
        cases = account is { } own ? cases.Where(c => c.AccountId == own) : cases;
        var rows = await (from c in cases
                          from m in c.Materials
                          where m.FileId != null || (account == null && (m.How == MaterialHow.OriginalKept || m.How == MaterialHow.Copy || m.How == MaterialHow.ElectronicLicence))
                          orderby c.ReceivedOn descending, c.Id
                          select new EarlierMaterial(m.Id, m.Name, m.How, m.Copies, m.FileId, m.FileName, c.Number, c.ReceivedOn!.Value)).ToListAsync(ct);
        return [.. rows.DistinctBy(r => r.Name)];
    }

    /// <summary>沿用 — a row of its own for the file's bytes, so that each case keeps what belongs to it.</summary>
    /// <exception cref="RuleViolation"><c>not-reusable</c>: it is not this applicant's, or too old.</exception>
    public async Task Use(Case c, int order, Guid earlier, Guid? account, Act act, CancellationToken ct)
    {
        var from = (await Of(c.ApplicantIndex, account, act.Today, ct)).FirstOrDefault(e => e.MaterialId == earlier)
            ?? throw new RuleViolation("not-reusable", "这份以前的材料不能沿用：它不属于这位申请人，或者已经超过可以沿用的期限。");
        if (from.FileId is not { } fileId)
        {
            c.Reuse(order, new MaterialWay(from.How, from.Copies, $"沿用办件 {from.Number}"), null, act);
            return;
        }

        var old = await db.Set<StoredFile>().AsNoTracking().FirstAsync(f => f.Id == fileId, ct);
        var row = StoredFile.Of(ids.NewId(act.Now), new ReceivedFile(old.Hash, old.Size, FileKind.OfMediaType(old.MediaType)!, old.Name), c.Ref, act);
        db.Add(row);
        c.Reuse(order, new MaterialWay(MaterialHow.Uploaded, 0, $"沿用办件 {from.Number}"), (row.Id, old.Name), act);
    }
}

/// <summary>An earlier material that may be used again.</summary>
public sealed record EarlierMaterial(Guid MaterialId, string Name, MaterialHow How, int Copies, Guid? FileId, string? FileName, string Number, DateOnly On)
{
    /// <summary>沿用 2020年10月12日的电子件“营业执照.pdf”.</summary>
    public string Words => $"沿用{Dates.Day(On)}的{(FileId is null ? Label.Of(How) : $"电子件“{FileName}”")}";
}
