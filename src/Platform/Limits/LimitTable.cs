using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Platform.Limits;

/// <summary>A room's table of dated values: what ships with the program, and the county's own over it.</summary>
/// <param name="Kind">The journal's word for it, and the key of its book.</param>
/// <param name="Name">What people call it, e.g. 时限规则.</param>
/// <param name="Href">Its page on the desk.</param>
/// <param name="Most">The highest value that makes sense in it.</param>
public abstract record LimitTable(string Kind, string Name, string Href, int Most)
{
    /// <summary>What its page says above the rows.</summary>
    public required string Lead { get; init; }

    /// <summary>What ships with the program: <c>Limits/limits.json</c> of the room.</summary>
    public abstract IReadOnlyList<DatedLimit> Shipped { get; }

    /// <summary>Every code with its words, in the table's order.</summary>
    public abstract IReadOnlyList<(string Code, string Words)> Codes { get; }

    public string WordsOf(string code) => Codes.First(c => c.Code == code).Words;

    /// <summary>Every dated row, shipped and the county's own; a day of its own wins over a shipped one.</summary>
    public async Task<IReadOnlyList<DatedLimit>> All(AppDb db, CancellationToken ct) => Over(await Own(db).ToListAsync(ct));

    internal IReadOnlyList<DatedLimit> Over(IReadOnlyCollection<DatedLimit> own) => [.. Shipped.Where(s => !own.Any(o => o.Code == s.Code && o.From == s.From)), .. own];

    private protected IQueryable<DatedLimit> Own(AppDb db) => db.Set<DatedLimit>().AsNoTracking().Where(l => EF.Property<string>(l, LimitBook.Key) == Kind);
}

/// <inheritdoc/>
public sealed record LimitTable<TCode>(string Kind, string Name, string Href, int Most) : LimitTable(Kind, Name, Href, Most)
    where TCode : struct, Enum
{
    public override IReadOnlyList<DatedLimit> Shipped { get; } = Load();

    public override IReadOnlyList<(string Code, string Words)> Codes { get; } = [.. Enum.GetValues<TCode>().Select(c => (c.ToString(), Label.Of(c)))];

    public async Task<Limits<TCode>> On(AppDb db, DateOnly day, CancellationToken ct) => (await OwnLimits.In(db).Get(() => OwnLimits.Of(db, ct))).On(this, day);

    /// <summary>For figures, which are built without waiting.</summary>
    public Limits<TCode> On(AppDb db, DateOnly day) => OwnLimits.In(db).Get(() => OwnLimits.Of(db)).On(this, day);

    /// <summary>What holds on a day of rows read before.</summary>
    public Limits<TCode> At(IEnumerable<DatedLimit> rows, DateOnly day) => new(this, rows, day);

    /// <summary>What holds on a day where the county has set nothing of its own.</summary>
    public Limits<TCode> At(DateOnly day) => At(Shipped, day);

    private static List<DatedLimit> Load()
    {
        var room = typeof(TCode).Assembly;
        using var stream = room.GetManifestResourceStream($"{room.GetName().Name}.limits.json")!;
        var rows = JsonSerializer.Deserialize<List<DatedLimit>>(stream, JsonSerializerOptions.Web)!;
        return rows.Find(r => !Enum.TryParse<TCode>(r.Code, out _)) is { } stray ? throw new InvalidDataException($"{room.GetName().Name}/limits.json: {stray.Code}") : rows;
    }
}
