using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Catalog.World;

/// <summary>
/// The window bindings of a world are three columns, no journal, and more rows than all else together: written by the hundred they cost a tenth.
/// Only while a county is being filled and nobody can reach it; people's own bindings go through the writer.
/// </summary>
internal static class Bindings
{
    private const int RowsAtOnce = 250;

    public static async Task Insert(AppDb db, IEnumerable<WindowBinding> bindings, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var rows in bindings.Chunk(RowsAtOnce))
        {
            var places = string.Join(", ", rows.Select((_, i) => $"({{{3 * i}}}, {{{(3 * i) + 1}}}, {{{(3 * i) + 2}}})"));
            var values = rows.SelectMany(b => new object[] { b.ItemId, b.Window, b.From });
            await db.Database.ExecuteSqlRawAsync(string.Concat("""INSERT INTO catalog_window_binding (item_id, "window", "from") VALUES """, places), values, ct); // places are numbers only
        }

        await transaction.CommitAsync(ct);
    }
}
