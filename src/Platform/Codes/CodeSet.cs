using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Codes;

/// <summary>All tables of codes as a county has them: read together, asked for any day. New rows begin tomorrow at the earliest, so that what is in force on a day never changes once it has begun.</summary>
public sealed class CodeSet
{
    /// <summary>Where a county has set nothing of its own.</summary>
    public static readonly CodeSet Shipped = new(Enumerable.Empty<(string, DatedCode)>().ToLookup(r => r.Item1, r => r.Item2));

    private readonly ILookup<string, DatedCode> own;

    // a list offers the same to everybody all day long
    private readonly ConcurrentDictionary<(string Kind, DateOnly Day), IReadOnlyList<DatedCode>> days = new();

    private CodeSet(ILookup<string, DatedCode> own) => this.own = own;

    public static async Task<CodeSet> Of(AppDb db, CancellationToken ct) => await In(db).Get(async () => new CodeSet((await Own(db).ToListAsync(ct)).ToLookup(r => r.Kind, r => r.Row)));

    /// <summary>For figures, which are built without waiting.</summary>
    public static CodeSet Of(AppDb db) => In(db).Get(() => new CodeSet(Own(db).AsEnumerable().ToLookup(r => r.Kind, r => r.Row)));

    /// <summary>Every dated row of a table, in the order of its codes.</summary>
    public IReadOnlyList<DatedCode> All(CodeTable table) => [.. table.Over([.. own[table.Kind]]).OrderBy(r => r.Code.Length).ThenBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.From)];

    /// <summary>What may be chosen on a day, in the order of the codes.</summary>
    public IReadOnlyList<DatedCode> On(CodeTable table, DateOnly day) => days.GetOrAdd((table.Kind, day), _ => InForce(All(table), day));

    /// <summary>What a code is called on a day, also when it is out of use; as it was first called before its first day; the code itself where there is none.</summary>
    public string NameOf(CodeTable table, string code, DateOnly day)
    {
        var rows = All(table).Where(r => r.Code == code).ToList();
        return (rows.FindLast(r => r.From <= day) ?? rows.FirstOrDefault())?.Name ?? code;
    }

    private static Remembered<CodeSet> In(AppDb db) => db.Memory<CodeSet>(typeof(CodeBook));

    private static IQueryable<OwnRow> Own(AppDb db) => db.Set<DatedCode>().AsNoTracking().Select(c => new OwnRow(EF.Property<string>(c, CodeBook.Key), c));

    private sealed record OwnRow(string Kind, DatedCode Row);

    internal static IReadOnlyList<DatedCode> InForce(IEnumerable<DatedCode> rows, DateOnly day) =>
        [.. rows.Where(r => r.From <= day).GroupBy(r => r.Code).Select(g => g.MaxBy(r => r.From)!).Where(r => !r.Ended).OrderBy(r => r.Code.Length).ThenBy(r => r.Code, StringComparer.Ordinal)];
}
