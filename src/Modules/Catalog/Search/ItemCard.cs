using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;

namespace Yimen.Catalog.Search;

/// <summary>
/// 事项卡片 — what a public list shows and filters of one item, as one narrow row: lists never read an item's whole content.
/// There is one for each item the public may see (in force or suspended), kept equal to it by <see cref="CardFollower"/>.
/// </summary>
internal sealed class ItemCard
{
    /// <summary>The order of all items without a place among the most used.</summary>
    public const int Unranked = 100_000;

    public required Guid ItemId { get; init; }

    /// <summary>业务办理项编码, 33 characters.</summary>
    public required string Code { get; init; }

    public required string BasicCode { get; init; }

    public required string Type { get; init; }

    public required UnitId Unit { get; init; }

    public required int Level { get; init; }

    public required AreaCode Area { get; init; }

    public string Name { get; set; } = "";

    public ItemState State { get; set; }

    public ProjectType ProjectType { get; set; }

    public HandledIn HandledIn { get; set; }

    public bool Online { get; set; }

    public int Visits { get; set; }

    /// <summary>承诺时限; null when the version has none.</summary>
    public int? PromisedDays { get; set; }

    public DayKind PromisedKind { get; set; }

    public bool ForPersons { get; set; }

    public bool ForCorporates { get; set; }

    /// <summary>Most used first, then the others.</summary>
    public int Rank { get; set; } = Unranked;

    public string? Promised => PromisedDays is { } days ? new Period(days, PromisedKind).ToString() : null;

    public static void Map(ModelBuilder model)
    {
        model.Entity<ItemCard>(e =>
        {
            e.ToTable("catalog_card");
            e.HasKey(c => c.ItemId);
            e.Property(c => c.ItemId).ValueGeneratedNever();
            e.Ignore(c => c.Promised);
            e.HasIndex(c => new { c.Rank, c.BasicCode, c.ItemId });
            e.HasIndex(c => c.Unit);
        });
        model.Entity<ItemTheme>(e =>
        {
            e.ToTable("catalog_theme");
            e.HasKey(t => new { t.Corporate, t.Theme, t.ItemId });
            e.HasIndex(t => t.ItemId);
        });
    }
}

/// <summary>A theme (主题) under which an item is found: of persons or of corporates.</summary>
internal sealed record ItemTheme(bool Corporate, string Theme, Guid ItemId);
