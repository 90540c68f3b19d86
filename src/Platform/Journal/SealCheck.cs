using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Journal;

/// <summary>Examines the seals: against the entries they cover, against each other, and against their files.</summary>
internal sealed class SealCheck(AppDb db, County county)
{
    public async Task<(int Seals, List<JournalFinding> Findings)> Run(CancellationToken ct)
    {
        var seals = await db.Set<JournalSeal>().AsNoTracking().OrderBy(s => s.Day).ToListAsync(ct);
        var findings = new List<JournalFinding>();
        JournalSeal? before = null;
        foreach (var seal in seals)
        {
            if (await Fault(seal, before, ct) is { } fault)
            {
                findings.Add(new(JournalFault.Seal, $"{seal.Day:yyyy-MM-dd} 的封存：{fault}") { Day = seal.Day, Position = seal.First });
            }
            before = seal;
        }
        findings.AddRange(WithoutRow(seals));
        return (seals.Count, findings);
    }

    private async Task<string?> Fault(JournalSeal seal, JournalSeal? before, CancellationToken ct)
    {
        if (seal.Previous != (before?.Hash ?? "") || seal.First != (before?.Last ?? 0) + 1)
        {
            return "与前一份封存不衔接，前一份被删除或改动。";
        }
        var (so, count) = (seal.Previous, 0L);
        await foreach (var entry in JournalSeals.Between(db, seal.First, seal.Last).WithCancellation(ct))
        {
            so = JournalSeal.Link(county.Keys, so, entry.Position, entry.Hash);
            count++;
        }
        return count != seal.Count ? $"封存时有 {seal.Count} 条日志，现有 {count} 条。"
            : JournalSeal.Close(county.Keys, so, seal.Day, count) != seal.Hash ? "日志或封存被改动。"
            : await FileFault(seal, ct);
    }

    private async Task<string?> FileFault(JournalSeal seal, CancellationToken ct)
    {
        var path = JournalSeal.FileOf(county, seal.Day);
        return !File.Exists(path) ? $"封存文件 {Path.GetFileName(path)} 不见了。"
            : await File.ReadAllTextAsync(path, ct) != seal.Text(county.Code) ? $"与封存文件 {Path.GetFileName(path)} 不一致。"
            : null;
    }

    private IEnumerable<JournalFinding> WithoutRow(List<JournalSeal> seals)
    {
        var folder = Path.Combine(county.Folder, "seals");
        var known = seals.Select(s => Path.GetFileName(JournalSeal.FileOf(county, s.Day))).ToHashSet();
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.txt").Select(f => Path.GetFileName(f)).Where(f => !known.Contains(f)).Order(StringComparer.Ordinal)
                .Select(f => new JournalFinding(JournalFault.Seal, $"有封存文件 {f}，但数据库中没有这份封存。"))
            : [];
    }
}
