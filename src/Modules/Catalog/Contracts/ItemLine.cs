using Yimen.Kernel;

namespace Yimen.Catalog.Contracts;

/// <summary>One item in a public list.</summary>
public sealed record ItemLine
{
    public required Guid Id { get; init; }

    /// <summary>业务办理项编码, 33 characters.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string UnitCode { get; init; }

    public required string Unit { get; init; }

    /// <summary>4 county, 5 town, 6 village.</summary>
    public required int Level { get; init; }

    /// <summary>Two digits: 01 行政许可, 21 公共服务 …</summary>
    public required string Type { get; init; }

    public string TypeName => Words.TypeOf(Type);

    public required ItemState State { get; init; }

    public required ProjectType ProjectType { get; init; }

    public required bool Online { get; init; }

    /// <summary>到现场次数.</summary>
    public required int Visits { get; init; }

    /// <summary>承诺时限 in days; null where none is set.</summary>
    public int? PromisedDays { get; init; }

    public DayKind PromisedKind { get; init; }

    internal string? Promised => PromisedDays is { } days ? new Period(days, PromisedKind).ToString() : null;
}

/// <summary>One way to narrow a list: its value in the address, its name, how many are left.</summary>
public sealed record Facet(string Value, string Name, int Count);
