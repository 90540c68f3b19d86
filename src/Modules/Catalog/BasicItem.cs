namespace Yimen.Catalog;

/// <summary>基本目录条目 — owned above the county; its elements are identical province-wide and read-only here.</summary>
internal sealed class BasicItem
{
    /// <summary>12 digits: 2 province, 2 type, 5 main item, 3 sub item.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string Type { get; init; }

    /// <summary>The main item's name; equal to <see cref="Name"/> for a main item.</summary>
    public required string MainName { get; set; }

    public string LegalBasis { get; set; } = "";

    public string Department { get; set; } = "";

    public int Version { get; set; } = 1;

    public DateOnly EffectiveFrom { get; set; }

    public DateOnly? EffectiveTo { get; set; }
}
