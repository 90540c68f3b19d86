using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Files;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;

namespace Yimen.Hotline.City;

/// <summary>A file that a message names; whoever hears of it fetches it by its key.</summary>
public sealed record CityFileNote(string Key, string Kind, string Name, long Size, string MediaType, string Sm3);

/// <summary>Enters the files that messages name, both ways; what cannot be taken is told and stops nothing.</summary>
internal sealed class CityFiles(AppDb db)
{
    /// <summary>So many are looked at in one message.</summary>
    public const int MostNamed = 50;

    private const int DigestLength = 64;

    /// <summary>What the city says it has for an order; fetched by <see cref="FetchFiles"/>.</summary>
    /// <returns>How many were named, and how many of them cannot be taken.</returns>
    public async Task<(int Named, int Refused)> Told(IReadOnlyList<CityAttachmentInput?>? named, WorkOrder o, OrderAct by, CancellationToken ct)
    {
        if (named is not { Count: > 0 })
        {
            return (0, 0);
        }

        var before = await db.Set<CityFile>().AsNoTracking().Where(f => f.OrderId == o.Id && f.Direction == CityDirection.In).Select(f => new { f.Key, f.State }).ToListAsync(ct);
        var (keys, most) = (before.Select(f => f.Key).ToHashSet(), by.Limits[OrderLimitCode.Enclosures]);
        var (there, refused) = (o.Files.Count(f => f.FromCaller) + before.Count(f => f.State == CityFileState.Waiting), Math.Max(0, named.Count - MostNamed));
        foreach (var one in named.Take(MostNamed))
        {
            var row = Row(one, o, by);
            if (!keys.Add(row.Key))
            {
                continue;
            }

            db.Add(row);
            if (Fault(one, there, most) is { } fault)
            {
                row.Failed(fault, forGood: true, by.Act.Now);
                o.MissEnclosure(row.Name, by.Act with { Reason = fault });
                refused++;
            }
            else
            {
                there++;
            }
        }

        return (named.Count, refused);
    }

    /// <summary>The sealed scan and the photographs that belong to a reply, for the city to fetch.</summary>
    public async Task<IReadOnlyList<CityFileNote>> Of(WorkOrder o, Guid scan, Act act, Func<Guid> newId, CancellationToken ct)
    {
        var ids = o.Files.Where(f => !f.FromCaller).Select(f => f.FileId).Append(scan).ToList();
        var files = await db.Set<StoredFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).OrderBy(f => f.UploadedAt).ThenBy(f => f.Id).ToListAsync(ct);
        var told = (await db.Set<CityFile>().Where(f => f.OrderId == o.Id && f.Direction == CityDirection.Out).Select(f => f.Key).ToListAsync(ct)).ToHashSet();
        var notes = new List<CityFileNote>();
        foreach (var file in files)
        {
            var (key, kind) = (file.Id.ToString("N"), file.Id == scan ? CityFileKind.Scan : CityFileKind.Photo);
            notes.Add(new(key, kind == CityFileKind.Scan ? "scan" : "photo", file.Name, file.Size, file.MediaType, file.Hash));
            if (told.Add(key))
            {
                db.Add(new CityFile
                {
                    Id = newId(), Direction = CityDirection.Out, Key = key, OrderId = o.Id, SourceNumber = o.SourceNumber ?? "", Kind = kind, Name = file.Name, Size = file.Size, Digest = file.Hash, FileId = file.Id,
                    NextAt = act.Now, At = act.Now, On = act.Today,
                });
            }
        }

        return notes;
    }

    private static CityFile Row(CityAttachmentInput? named, WorkOrder o, OrderAct by)
    {
        var id = by.NewId();
        return new()
        {
            Id = id, Direction = CityDirection.In, Key = KeyOf(named) ?? id.ToString("N"), OrderId = o.Id, SourceNumber = o.SourceNumber ?? "", Kind = CityFileKind.Enclosure, Name = FileName.Clean(named?.Name),
            Size = named?.Size ?? 0, Digest = IsDigest(named?.Sm3) ? named!.Sm3!.ToLowerInvariant() : "", NextAt = by.Act.Now, At = by.Act.Now, On = by.Act.Today,
        };
    }

    private static string? Fault(CityAttachmentInput? named, int there, int most) =>
        named is null || KeyOf(named) is null ? "没有给出文件标识 key（1 至 80 个字符）。"
        : !IsDigest(named.Sm3) ? "没有给出 SM3 摘要（64 位十六进制）。"
        : named.Size is not > 0 ? "没有给出文件大小。"
        : named.Size > FileKeeping.Papers.MostBytes ? $"文件超过 {FileKeeping.Papers.MostBytes >> 20} MB。"
        : !FileKeeping.Papers.Kinds.Any(k => k.Ends(FileName.Clean(named.Name))) ? "只接收照片和 PDF，文件名的后缀不符。"
        : there >= most ? $"一件工单最多 {most} 个附件。"
        : null;

    private static string? KeyOf(CityAttachmentInput? named) => named?.Key?.Trim() is { Length: > 0 and <= 80 } key && OrderText.Fits(key) ? key : null;

    private static bool IsDigest(string? text) => text?.Length == DigestLength && text.All(char.IsAsciiHexDigit);
}
