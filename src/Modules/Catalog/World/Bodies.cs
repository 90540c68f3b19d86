using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Catalog.World;

/// <summary>The units, windows and people that a world's catalogue speaks of.</summary>
internal sealed class Bodies
{
    private readonly Dictionary<UnitId, UnitRef> units;
    private readonly Dictionary<string, WindowRef> windows;
    private readonly Dictionary<(string Role, UnitId Unit), Actor> people;
    private readonly Actor centre;

    private Bodies(List<UnitRef> units, List<WindowRef> windows, List<(string Role, UnitId Unit, Actor Actor)> people)
    {
        this.units = units.ToDictionary(u => u.Id);
        this.windows = windows.ToDictionary(w => w.Code);
        this.people = people.DistinctBy(p => (p.Role, p.Unit)).ToDictionary(p => (p.Role, p.Unit), p => p.Actor);
        centre = people.Where(p => p.Role == Roles.Catalogue).Select(p => p.Actor).FirstOrDefault(Actor.System);
    }

    /// <summary>Who publishes.</summary>
    public Actor Centre => centre;

    public static async Task<Bodies> Of(AppDb db, CancellationToken ct)
    {
        var people = await (from g in db.Set<Grant>() join a in db.Users on g.AccountId equals a.Id orderby a.UserName select new { g.Role, a.Id, a.DisplayName, a.Unit }).ToListAsync(ct);
        return new(
            await db.UnitRefs.ToListAsync(ct),
            await db.WindowRefs.ToListAsync(ct),
            [.. people.Where(p => p.Unit is not null).Select(p => (p.Role, p.Unit!.Value, new Actor(p.Id, p.DisplayName, p.Unit)))]);
    }

    public UnitRef Unit(string code) => units.TryGetValue(new(code), out var unit) ? unit : throw new InvalidDataException($"The catalogue names a unit that there is not: {code}");

    /// <summary>The unit's own holder of the role, the program where the unit has none.</summary>
    public Actor Who(string role, UnitId unit) => people.GetValueOrDefault((role, unit), Actor.System);

    /// <summary>Of the bodies that carry out an item, the one that sits at the window or in its area; the principal one otherwise.</summary>
    public Item At(string window, IReadOnlyList<Item> items)
    {
        var place = windows.TryGetValue(window, out var found) ? found : throw new InvalidDataException($"The catalogue names a window that there is not: {window}");
        return items.FirstOrDefault(i => i.Unit == place.Unit) ?? items.FirstOrDefault(i => i.Level > 4 && i.Area.Contains(place.Area)) ?? items[0];
    }
}
