using Yimen.Kernel;
using Yimen.Organization.Contracts;

namespace Yimen.Organization;

/// <summary>What the register says of a unit: at its founding and after each change.</summary>
internal sealed record NewUnit(UnitId Id, string Name, string ShortName, string CreditCode, UnitKind Kind, AreaCode Area)
{
    public UnitId? Parent { get; init; }

    public string ConsultPhone { get; init; } = "";

    public string SupervisePhone { get; init; } = "";

    /// <summary>Why a credit code that fails its check was taken (domain J1); null for a code that passes.</summary>
    public string? CodeOverride { get; init; }
}
