using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Cases.OutsideCases;

/// <summary>The items that are handled elsewhere, and the windows at which this visitor registers them.</summary>
internal sealed class OutsideItems(AppDb db)
{
    /// <summary>In force, in their current version, handled elsewhere.</summary>
    public IQueryable<OutsideSubject> All =>
        from i in db.ItemRefs.AsNoTracking()
        where i.State == ItemState.InForce
        join v in db.ItemVersionRefs.AsNoTracking() on i.Current equals v.Id
        where v.HandledIn != HandledIn.Here
        select new OutsideSubject { Item = i, Version = v };

    /// <summary>The item that a line names; where several units have it, the one that the window takes. Null with the reason.</summary>
    public async Task<(CaseSubject? Found, string Why)> Find(string named, string window, CancellationToken ct)
    {
        var found = await Named(named).Select(i => new { i.Id, i.State, i.Current }).ToListAsync(ct);
        if (found.Count > 1)
        {
            var ids = found.Select(f => f.Id).ToList();
            var bound = await db.WindowBindingRefs.Where(b => ids.Contains(b.ItemId) && b.Window == window && b.To == null).Select(b => b.ItemId).Distinct().ToListAsync(ct);
            found = bound.Count == 1 ? [.. found.Where(f => f.Id == bound[0])] : found;
        }

        return found.Count switch
        {
            0 => (null, "没有这个事项，请按办事指南填写事项全称，或填写基本编码加办理项序号（14 位数字）"),
            > 1 => (null, $"有 {found.Count} 个单位办理该事项，请改填该单位绑定的窗口，或在登记页面选择事项"),
            _ when found[0].State != ItemState.InForce || found[0].Current is null => (null, "该事项目前没有在用"),
            _ => Elsewhere(await db.SubjectOf(found[0].Id, ct)),
        };
    }

    public IQueryable<WindowRef> Windows(Visitor visitor, DateOnly today)
    {
        var open = db.WindowRefs.Where(w => w.OpenedOn <= today && (w.ClosedOn == null || w.ClosedOn > today));
        var areas = visitor.Scopes.Where(s => s.Role == Roles.TownClerk && s.Area is not null).Select(s => s.Area!.Value).ToList();
        var towns = areas.Where(a => a.Value.EndsWith("000", StringComparison.Ordinal)).Select(a => a.Value[..9]).ToList();
        return areas.Count == 0
            ? open.Where(w => w.Kind == WindowKind.Comprehensive || w.Kind == WindowKind.Specialised)
            : open.Where(w => areas.Contains(w.Area) || towns.Contains(((string)(object)w.Area).Substring(0, 9)));
    }

    private IQueryable<ItemRef> Named(string named)
    {
        var items = db.ItemRefs.AsNoTracking();
        return Guid.TryParse(named, out var id) ? items.Where(i => i.Id == id)
            : named.Length == 14 && named.All(char.IsAsciiDigit) ? items.Where(i => i.BasicCode == named.Substring(0, 12) && i.Handling == named.Substring(12))
            : items.Where(i => i.Name == named && i.State != ItemState.New);
    }

    private static (CaseSubject?, string) Elsewhere(CaseSubject subject) => subject.Version.HandledIn == HandledIn.Here
        ? (null, "该事项在本系统办理，请在窗口收件，不要作为外部系统登记")
        : (subject, "");
}

/// <summary>An item that is handled elsewhere with its current version, to be filtered further.</summary>
internal sealed class OutsideSubject
{
    public required ItemRef Item { get; init; }

    public required ItemVersionRef Version { get; init; }
}
