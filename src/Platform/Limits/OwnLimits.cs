using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Limits;

/// <summary>The county's own dated values of every table as they were read together, and what they come to on the days that were asked for.</summary>
internal sealed class OwnLimits
{
    private readonly ILookup<string, DatedLimit> rows;
    private readonly ConcurrentDictionary<(string Kind, DateOnly Day), object> days = new();

    private OwnLimits(IEnumerable<Row> rows) => this.rows = rows.ToLookup(r => r.Kind, r => r.Limit);

    /// <summary>As the county remembers them.</summary>
    public static Remembered<OwnLimits> In(AppDb db) => db.Memory<OwnLimits>(typeof(LimitBook));

    public static async Task<OwnLimits> Of(AppDb db, CancellationToken ct) => new(await Rows(db).ToListAsync(ct));

    public static OwnLimits Of(AppDb db) => new(Rows(db));

    public Limits<TCode> On<TCode>(LimitTable<TCode> table, DateOnly day)
        where TCode : struct, Enum => (Limits<TCode>)days.GetOrAdd((table.Kind, day), at => table.At(table.Over([.. rows[at.Kind]]), at.Day));

    private static IQueryable<Row> Rows(AppDb db) => db.Set<DatedLimit>().AsNoTracking().Select(l => new Row(EF.Property<string>(l, LimitBook.Key), l));

    private sealed record Row(string Kind, DatedLimit Limit);
}
