using Yimen.Kernel;

namespace Yimen.Catalog;

/// <summary>进驻 — the item is handled in the hall, from a day, until a day.</summary>
internal sealed class Residency
{
    public long Id { get; private init; }

    public required Guid ItemId { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }
}

/// <summary>窗口绑定 — a window may register and receive the item, from a day, until a day.</summary>
internal sealed class WindowBinding
{
    public long Id { get; private init; }

    public required Guid ItemId { get; init; }

    public required string Window { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }
}

/// <summary>通办层级. In the report 市 is the prefecture; the enum never says only 市 (domain, rule 3).</summary>
internal enum RegionLevel
{
    [Label("市级（地级市）")] City = 3,
    [Label("县区级")] County = 4,
    [Label("镇级")] Town = 5,
    [Label("村级")] Village = 6,
}

/// <summary>全市通办 — the item may be handed in elsewhere at this level; a row a level (ruling 41).</summary>
internal sealed class CrossRegion
{
    public long Id { get; private init; }

    public required Guid ItemId { get; init; }

    public required RegionLevel Level { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; set; }
}

/// <summary>Codes of the national and provincial dictionaries, as dated data.</summary>
internal sealed class CodeEntry
{
    public required string Dictionary { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public int Order { get; init; }

    public bool? ByApplication { get; init; }
}
