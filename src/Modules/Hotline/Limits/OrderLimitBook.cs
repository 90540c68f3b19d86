using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline.Limits;

internal enum OrderLimitVerb
{
    [Label("设定热线规则")] Set,
}

/// <summary>热线规则表 — the county's own dated values over those shipped with the program (<c>limits.json</c>). There is one in a county.</summary>
internal sealed class OrderLimitBook : IMatter
{
    public const string MatterKind = "order-limits";
    public static readonly Guid TheOne = new("c0a1e4da-0000-7000-8000-000000000041");

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly List<OrderLimit> rows = [];

    public Guid Id { get; private init; } = TheOne;

    public IReadOnlyList<OrderLimit> Rows => rows;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>Nobody waits for a table of limits.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>What ships with the program.</summary>
    public static IReadOnlyList<OrderLimit> Shipped { get; } = Load();

    /// <summary>设定热线规则 — from a day on another value holds. It may not lie in the past: what was computed stays as it was.</summary>
    /// <exception cref="RuleViolation"><c>limit-range</c>, <c>limit-backwards</c>.</exception>
    public void Set(OrderLimit wanted, Act act)
    {
        if (wanted.Value is < 1 or > 20_000)
        {
            throw new RuleViolation("limit-range", "数值应为 1 至 20000。");
        }

        if (wanted.From < act.Today)
        {
            throw new RuleViolation("limit-backwards", "生效日期不能早于今天：已经按原规则办理的不改变。");
        }

        var before = new OrderLimits([.. Shipped, .. rows], wanted.From)[wanted.Code];
        if (rows.Find(r => r.Code == wanted.Code && r.From == wanted.From) is { } same)
        {
            (same.Value, same.Basis) = (wanted.Value, wanted.Basis);
        }
        else
        {
            rows.Add(wanted);
        }

        Trail.Note(act, nameof(OrderLimitVerb.Set), null, null, new Change(Label.Of(wanted.Code), $"{before}", $"{wanted.Value}"), new("生效日期", null, $"{wanted.From:yyyy-MM-dd}"), new("依据", null, wanted.Basis));
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<OrderLimitBook>(e =>
        {
            e.ToTable("hotline_limit_book");
            e.Property(b => b.Id).ValueGeneratedNever();
            e.HasMany(b => b.Rows).WithOne().HasForeignKey("BookId");
            e.Navigation(b => b.Rows).HasField("rows").AutoInclude();
            e.HasTrail();
        });
        model.Entity<OrderLimit>(e =>
        {
            e.ToTable("hotline_limit");
            e.HasKey(r => new { r.Code, r.From });
            e.Property(r => r.Basis).HasMaxLength(200);
        });
    }

    private static List<OrderLimit> Load()
    {
        using var stream = typeof(OrderLimitBook).Assembly.GetManifestResourceStream("Yimen.Hotline.limits.json")!;
        return JsonSerializer.Deserialize<List<OrderLimit>>(stream, Reading)!;
    }
}

internal static class OrderLimitData
{
    extension(AppDb db)
    {
        /// <summary>The limits in force on a day: the county's own before those shipped.</summary>
        public async Task<OrderLimits> OrderLimitsOn(DateOnly day, CancellationToken ct) => new(await db.AllOrderLimits(ct), day);

        /// <summary>Every dated row, shipped and the county's own; a day of its own wins over a shipped one.</summary>
        public async Task<IReadOnlyList<OrderLimit>> AllOrderLimits(CancellationToken ct)
        {
            var own = await db.Set<OrderLimit>().AsNoTracking().ToListAsync(ct);
            return [.. OrderLimitBook.Shipped.Where(s => !own.Exists(o => o.Code == s.Code && o.From == s.From)), .. own];
        }
    }
}
