using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Knowledge.Editing;

/// <summary>Finds the items that an entry names, and the names of those it is linked to.</summary>
internal static class ItemLinks
{
    private const int CodeLength = 14;

    /// <summary>The items of the lines: the owner unit's own where it has one, else the only one of that name or code.</summary>
    public static async Task<(List<Guid> Items, List<ArticleFault> Faults)> Find(AppDb db, UnitId unit, IReadOnlyList<string> lines, CancellationToken ct)
    {
        var (items, faults) = (new List<Guid>(), new List<ArticleFault>());
        foreach (var line in lines)
        {
            if (Guid.TryParse(line, out var known) && await db.ItemRefs.AnyAsync(i => i.Id == known && i.Current != null, ct))
            {
                items.Add(known); // as a program read it
                continue;
            }

            var code = line.Split(' ')[0] is { Length: CodeLength } first && first.All(char.IsAsciiDigit) ? first : null;
            var named = db.ItemRefs.Where(i => i.Current != null && i.State != ItemState.Cancelled);
            named = code is null ? named.Where(i => i.Name == line) : named.Where(i => i.BasicCode == code.Substring(0, 12) && i.Handling == code.Substring(12));
            var found = await named.OrderBy(i => i.Unit).Select(i => new { i.Id, i.Unit }).Take(200).ToListAsync(ct);
            if ((found.Find(i => i.Unit == unit) ?? (found.Count == 1 ? found[0] : null)) is { } item)
            {
                items.Add(item.Id);
            }
            else
            {
                faults.Add(found.Count == 0 ? new("items", "no-item", $"事项目录中没有已发布的“{line}”，请核对编码或名称。") : new("items", "many-items", $"“{line}”由 {found.Count} 个单位实施，请由实施的单位关联。"));
            }
        }

        return ([.. items.Distinct()], faults);
    }

    public static async Task<Dictionary<Guid, LinkedItem>> Named(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => ids.Count == 0 ? []
        : await db.ItemRefs.Where(i => ids.Contains(i.Id)).Select(i => new LinkedItem(i.Id, i.BasicCode + i.Handling, i.Name)).ToDictionaryAsync(i => i.Id, ct);
}
