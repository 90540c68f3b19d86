using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Contracts;

/// <summary>Units and towns as every list offers them and names them in its rows: as the county remembers them.</summary>
/// <param name="Units">All there ever were, by kind; by their code.</param>
/// <param name="Towns">By the nine digits that stand before their villages'.</param>
public sealed record UnitsAndTowns(IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Towns)
{
    private const int TownLevel = 5;
    private readonly Dictionary<string, string> names = Units.ToDictionary(u => u.Value, u => u.Label);

    /// <summary>The unit's short name; its code where there is none.</summary>
    public string NameOf(UnitId unit) => names.GetValueOrDefault(unit.Value, unit.Value);

    internal static async Task<UnitsAndTowns> Read(AppDb db, CancellationToken ct) => new(
        await db.UnitRefs.AsNoTracking().OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct),
        [.. (await db.DivisionRefs.AsNoTracking().Where(d => d.Level == TownLevel).OrderBy(d => d.Code).Select(d => new { d.Code, d.Name }).ToListAsync(ct)).Select(d => new Choice(d.Code.Value[..9], d.Name))]);
}
