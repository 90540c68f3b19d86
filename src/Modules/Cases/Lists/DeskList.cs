using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Lists;

/// <summary>What every list of the desk shows beside its filter: a stretch of what was found, the units to narrow it to, and whether it may be taken away.</summary>
public sealed record Listed<TRow>(IReadOnlyList<TRow> Rows, Paging Paging, IReadOnlyList<Choice> Units, bool CanExport);

/// <summary>Counts what was found and takes the stretch that the address asks for.</summary>
internal sealed class DeskList(AppDb db, PermissionTable table)
{
    /// <param name="found">In its order.</param>
    /// <param name="of">Page and size as they stand in the address.</param>
    public async Task<Listed<TRow>> Stretch<TRow>(HttpContext http, IQueryable<TRow> found, (string? Page, string? Size) of, CancellationToken ct)
    {
        var paging = Paging.Of(of.Page, of.Size, await found.CountAsync(ct));
        var units = await db.UnitRefs.OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        return new(await found.Skip(paging.Skip).Take(paging.Size).ToListAsync(ct), paging, units, http.Visitor.May(table, CasePermissions.Export));
    }
}

/// <summary>A line about one material of a case: what 容缺 and 告知承诺 list.</summary>
public abstract record MaterialRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string Number { get; init; }

    public required string Item { get; init; }

    public required string Applicant { get; init; }

    public required UnitId Unit { get; init; }

    public required string Material { get; init; }
}

internal static class MaterialRows
{
    extension<TRow>(IQueryable<TRow> rows) where TRow : MaterialRow
    {
        /// <summary>Narrowed to a case's number, a name, an item or a material, and to a unit; what cannot be read narrows nothing.</summary>
        public IQueryable<TRow> Narrowed(string? words, string? unit)
        {
            rows = words?.Trim() is { Length: > 0 } q ? rows.Where(r => r.Number.StartsWith(q) || r.Material.Contains(q) || r.Item.Contains(q) || r.Applicant == q) : rows;
            return UnitId.TryParse(unit, null, out var id) ? rows.Where(r => r.Unit == id) : rows;
        }
    }
}
