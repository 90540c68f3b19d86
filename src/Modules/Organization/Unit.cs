using Yimen.Kernel;
using Yimen.Organization.Contracts;

namespace Yimen.Organization;

/// <summary>机构 — a body that owns service items and decides on them, known by its unified social credit code.</summary>
internal sealed class Unit
{
    public required UnitId Id { get; init; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    /// <summary>统一社会信用代码, GB 32100; the first 18 characters of every 实施编码 of the unit.</summary>
    public required string CreditCode { get; set; }

    public required UnitKind Kind { get; set; }

    /// <summary>行使层级: 4 county, 5 town, 6 village.</summary>
    public required int Level { get; set; }

    public required AreaCode Area { get; set; }

    public UnitId? Parent { get; set; }

    public string ConsultPhone { get; set; } = "";

    public string SupervisePhone { get; set; } = "";

    public bool Closed { get; set; }
}
