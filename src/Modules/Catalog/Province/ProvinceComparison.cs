using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Province;

/// <summary>省县比对 — every night what the public sees here is held against what the province has published; what parts becomes a matter, what agrees again is settled.</summary>
internal sealed class ProvinceComparison(AppDb db, Writer writer, IdSource ids)
{
    private const int Chunk = 200;

    public Task Run(DateTimeOffset now, CancellationToken ct) => Run(new Act(Actor.System, now), ct);

    /// <summary>Compares with the latest list; without any there is nothing to do.</summary>
    public async Task<DriftRun?> Run(Act act, CancellationToken ct)
    {
        if (await Latest(db).FirstOrDefaultAsync(ct) is not { } list)
        {
            return null;
        }

        var (found, items) = await Facts(ct);
        var known = await db.Drifts.AsNoTracking().Select(d => new { d.Code, d.State }).ToDictionaryAsync(d => d.Code, d => d.State, ct);
        var gone = known.Where(k => k.Value == DriftState.Open && !found.ContainsKey(k.Key)).Select(k => k.Key).ToList();
        var counts = new DriftRun
        {
            Id = ids.NewId(act.Now), At = act.Now, ListId = list.Id, Items = items, Open = found.Count, Settled = gone.Count,
            Found = found.Keys.Count(c => known.GetValueOrDefault(c, DriftState.Settled) == DriftState.Settled),
        };
        await writer.WriteParts(act, Parts(found, gone, counts, act, ct), ct);
        return counts;
    }

    public static IQueryable<ProvinceList> Latest(AppDb db) => db.ProvinceLists.AsNoTracking().OrderByDescending(l => l.ImportedAt).ThenByDescending(l => l.Id);

    private async IAsyncEnumerable<int> Parts(Dictionary<string, DriftFacts> found, List<string> gone, DriftRun counts, Act act, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var codes in found.Keys.Concat(gone).Order(StringComparer.Ordinal).Chunk(Chunk))
        {
            var drifts = await db.Drifts.Where(d => codes.Contains(d.Code)).ToDictionaryAsync(d => d.Code, ct);
            foreach (var code in codes)
            {
                Keep(drifts.GetValueOrDefault(code), found.GetValueOrDefault(code), act);
            }

            yield return codes.Length;
        }

        db.Add(counts);
        yield return 1;
    }

    private void Keep(Drift? drift, DriftFacts? facts, Act act)
    {
        if (drift is null)
        {
            db.Add(Drift.Find(ids.NewId(act.Now), facts!, act));
        }
        else if (facts is null)
        {
            drift.Settle(act);
        }
        else
        {
            drift.See(facts, act);
        }
    }

    /// <summary>What parts, by code, and how many items were looked at. Memory holds the list's lines and one chunk of items.</summary>
    private async Task<(Dictionary<string, DriftFacts> Found, int Items)> Facts(CancellationToken ct)
    {
        var lines = await db.ProvinceLines.AsNoTracking().ToDictionaryAsync(l => l.Code, ct);
        var units = (await db.UnitRefs.AsNoTracking().Select(u => new { u.CreditCode, u.Id }).ToListAsync(ct)).DistinctBy(u => u.CreditCode).ToDictionary(u => u.CreditCode, u => u.Id);
        var (found, items, after) = (new Dictionary<string, DriftFacts>(), 0, "");
        while (await Locals(after).ToListAsync(ct) is { Count: > 0 } some)
        {
            foreach (var item in some)
            {
                lines.Remove(item.Code, out var line);
                Add(found, Compared.Between(item, line, item.Unit));
            }

            (items, after) = (items + some.Count, some[^1].Code);
        }

        foreach (var line in lines.Values)
        {
            Add(found, Compared.Between(null, line, units.TryGetValue(line.Code[..18], out var unit) ? unit : null));
        }

        return (found, items);
    }

    private static void Add(Dictionary<string, DriftFacts> found, DriftFacts? facts)
    {
        if (facts is not null)
        {
            found[facts.Code] = facts;
        }
    }

    private IQueryable<LocalItem> Locals(string after) =>
        (from i in db.Items.AsNoTracking()
         where i.Current != null && string.Compare(i.HandlingCode, after) > 0
         join v in db.Set<ItemVersion>() on i.Current equals v.Id
         orderby i.HandlingCode
         select new LocalItem
         {
             Id = i.Id, Code = i.HandlingCode, Unit = i.Unit, State = i.State, Name = v.Name, ProvincialId = v.ProvincialId, ProvincialVersion = v.ProvincialVersion,
             ProjectType = v.ProjectType, Online = v.Online, Content = v.Content,
         }).Take(Chunk);
}
