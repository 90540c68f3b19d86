using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Yimen.Kernel;

namespace Yimen.Platform.Identity;

/// <summary>A role within its scope, as the cookie or token carries it.</summary>
public sealed record RoleScope(string Role, UnitId? Unit, AreaCode? Area)
{
    public override string ToString() => $"{Role}@{Unit}@{Area}";

    /// <summary>窗口人员（全市）, 审批人（SCJG）.</summary>
    public string Words
    {
        get
        {
            var where = $"{Unit} {Area}".Trim();
            return $"{Roles.Names.GetValueOrDefault(Role, Role)}（{(where.Length == 0 ? "全市" : where)}）";
        }
    }

    public static RoleScope Parse(string text)
    {
        var parts = text.Split('@');
        return new(parts[0], parts[1].Length == 0 ? null : new UnitId(parts[1]), parts[2].Length == 0 ? null : new AreaCode(parts[2]));
    }

    /// <summary>Whether a thing of this unit and area lies in the scope; a scope without unit or area holds them all.</summary>
    public bool Holds(UnitId? unit, AreaCode? area) =>
        (Unit is null || Unit == unit) && (Area is not { } mine || (area is { } other && mine.Contains(other)));
}

/// <summary>Who stands at the door in this request: an account with its scoped roles, or nobody.</summary>
public sealed class Visitor
{
    public const string GrantClaim = "grant";
    public const string CountyClaim = "county";
    public const string KindClaim = "kind";
    public const string UnitClaim = "unit";
    public const string LastClaim = "last";
    public const string EnrolClaim = "enrol";

    public static readonly Visitor Nobody = new();

    public bool IsSignedIn { get; private init; }

    public Actor Actor { get; private init; } = new(Guid.Empty, "访客", null);

    public AccountKind Kind { get; private init; }

    public IReadOnlyList<RoleScope> Scopes { get; private init; } = [];

    public DateTimeOffset? LastSignIn { get; private init; }

    /// <summary>Signed in without any right, until the second factor that the roles demand is enrolled.</summary>
    public bool MustEnrol { get; private init; }

    public bool IsStaff => IsSignedIn && Kind == AccountKind.Staff && !MustEnrol;

    public bool Has(string role) => Scopes.Any(s => s.Role == role);

    /// <summary>The scopes within which the visitor may do <paramref name="verb"/>; empty means not at all.</summary>
    public IReadOnlyList<RoleScope> ScopesFor(PermissionTable table, string verb) => [.. Scopes.Where(s => table.RolesFor(verb).Contains(s.Role))];

    /// <summary>The units for which the visitor may do <paramref name="verb"/>; null for all of the county. A role that is bound to an area holds no unit's own things.</summary>
    public IReadOnlyList<UnitId>? UnitsFor(PermissionTable table, string verb) => ScopesFor(table, verb) is var scopes && scopes.Any(s => s is { Unit: null, Area: null })
        ? null
        : [.. scopes.Where(s => s is { Area: null, Unit: not null }).Select(s => s.Unit!.Value).Distinct()];

    public bool May(PermissionTable table, string verb, UnitId? unit = null, AreaCode? area = null) =>
        ScopesFor(table, verb).Any(s => (unit is null && area is null) || s.Holds(unit, area));

    public static Visitor From(ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true || !Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return Nobody;
        }

        var unit = principal.FindFirstValue(UnitClaim);
        return new()
        {
            IsSignedIn = true,
            Actor = new(id, principal.FindFirstValue(ClaimTypes.Name) ?? "", string.IsNullOrEmpty(unit) ? null : new UnitId(unit)),
            Kind = Enum.TryParse<AccountKind>(principal.FindFirstValue(KindClaim), out var kind) ? kind : AccountKind.Citizen,
            Scopes = [.. principal.FindAll(GrantClaim).Select(c => RoleScope.Parse(c.Value))],
            MustEnrol = principal.HasClaim(c => c.Type == EnrolClaim),
            LastSignIn = long.TryParse(principal.FindFirstValue(LastClaim), out var ms) ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null,
        };
    }
}

public static class VisitorOfRequest
{
    extension(HttpContext http)
    {
        /// <summary>Read once a request from the cookie or the token.</summary>
        public Visitor Visitor
        {
            get
            {
                if (http.Items[typeof(Visitor)] is Visitor known)
                {
                    return known;
                }

                var visitor = Visitor.From(http.User);
                http.Items[typeof(Visitor)] = visitor;
                return visitor;
            }
        }
    }
}
