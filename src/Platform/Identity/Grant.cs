using Yimen.Kernel;

namespace Yimen.Platform.Identity;

/// <summary>岗位授权 — a role given to an account within a scope: whose queue (unit) and which area. No unit and no area means the whole county.</summary>
public sealed class Grant
{
    public required Guid AccountId { get; init; }

    public required string Role { get; init; }

    /// <summary>Empty means every unit.</summary>
    public string UnitCode { get; init; } = "";

    /// <summary>Empty means the whole county.</summary>
    public string Area { get; init; } = "";
}
