using Yimen.Kernel;

namespace Yimen.Platform.Identity;

/// <summary>授权 — a role given to an account within a scope: whose queue (unit) and which area. No unit and no area means the whole county.</summary>
public sealed class Grant
{
    private Grant()
    {
    }

    public Guid AccountId { get; private init; }

    public string Role { get; private init; } = "";

    /// <summary>Empty means every unit.</summary>
    public string UnitCode { get; private init; } = "";

    /// <summary>Empty means the whole county.</summary>
    public string Area { get; private init; } = "";

    public RoleScope Scope => new(Role, UnitCode.Length == 0 ? null : new UnitId(UnitCode), Area.Length == 0 ? null : new AreaCode(Area));

    internal static Grant Of(Guid account, RoleScope scope) => Roles.Names.ContainsKey(scope.Role)
        ? new() { AccountId = account, Role = scope.Role, UnitCode = scope.Unit?.Value ?? "", Area = scope.Area?.Value ?? "" }
        : throw new RuleViolation("unknown-role", $"没有“{scope.Role}”这个角色。");
}
