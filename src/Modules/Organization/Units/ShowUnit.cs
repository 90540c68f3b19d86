using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Units;

public sealed record UnitWindow(string Code, string Name, WindowKind Kind, string Place, DateOnly? ClosedOn);

public sealed record UnitStaff(string Name, string User, string Roles);

public sealed record UnitNumber(string Label, int Count, string? Href);

public sealed record UnitView(UnitRow Row, string? CodeOverride, string? ParentName, IReadOnlyList<UnitWindow> Windows, IReadOnlyList<UnitStaff> Staff, IReadOnlyList<UnitNumber> Numbers, IReadOnlyList<TimelineEntry> Story, bool MayEdit);

/// <summary>One unit: what the register says, its windows, its people, what it owns, what was done to it.</summary>
internal static class ShowUnit
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/units/{id}", Show).RequirePermission("organization.read").ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, string id, AppDb db, IEnumerable<UnitCount> counts, JournalReader journal, PermissionTable table, CancellationToken ct)
    {
        var unit = await db.UnitCalled(id, ct);
        var row = await UnitRow.From(db, db.Units.AsNoTracking().Where(u => u.Id == unit.Id)).SingleAsync(ct);
        var numbers = new List<UnitNumber>();
        foreach (var count in counts.OrderBy(c => c.Order))
        {
            numbers.Add(new(count.Label, await count.Count(db, unit.Id, ct), count.Href?.Invoke(unit.Id)));
        }

        return Page.Of<UnitPage>(http, new UnitView(
            row, unit.CodeOverride,
            unit.Parent is { } parent ? await db.Units.Where(u => u.Id == parent).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? parent.Value : null,
            await db.Windows.Where(w => w.Unit == unit.Id).OrderBy(w => w.Code).Select(w => new UnitWindow(w.Code, w.Name, w.Kind, w.Place, w.ClosedOn)).ToListAsync(ct),
            await Staff(db, unit.Id, ct),
            numbers,
            await journal.Of(unit.Ref, ct: ct),
            http.Visitor.May(table, "organization.edit")));
    }

    private static async Task<IReadOnlyList<UnitStaff>> Staff(AppDb db, UnitId unit, CancellationToken ct)
    {
        var people = await db.Set<Account>().AsNoTracking().Where(a => a.Unit == unit && a.Kind == AccountKind.Staff && a.State == AccountState.Active).OrderBy(a => a.UserName).ToListAsync(ct);
        return [.. people.Select(a => new UnitStaff(a.DisplayName, a.UserName ?? "", string.Join("、", a.Grants.Select(g => Roles.Names.GetValueOrDefault(g.Role, g.Role)).Distinct())))];
    }
}

internal static class UnitLookup
{
    /// <exception cref="NotThere">No unit has this code.</exception>
    public static async Task<Unit> UnitCalled(this AppDb db, string id, CancellationToken ct)
    {
        var wanted = new UnitId(id);
        return await db.Units.FirstOrDefaultAsync(u => u.Id == wanted, ct) ?? throw new NotThere();
    }
}
