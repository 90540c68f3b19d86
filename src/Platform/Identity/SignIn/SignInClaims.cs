using System.Security.Claims;

namespace Yimen.Platform.Identity.SignIn;

/// <summary>What the cookie or the token says about its bearer; <see cref="Visitor.From"/> reads it.</summary>
internal static class SignInClaims
{
    internal const string Cookie = "cookie";
    internal const string Stamp = "stamp";

    internal static ClaimsPrincipal Of(Account account, string county, DateTimeOffset? lastSignIn, string scheme)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.DisplayName),
            new(Visitor.KindClaim, account.Kind.ToString()),
            new(Visitor.CountyClaim, county),
            new(Stamp, account.SecurityStamp ?? ""),
            .. account.Grants.Select(g => new Claim(Visitor.GrantClaim, g.Scope.ToString())),
        ];
        if (account.Unit is { } unit)
        {
            claims.Add(new(Visitor.UnitClaim, unit.Value));
        }

        if (lastSignIn is { } last)
        {
            claims.Add(new(Visitor.LastClaim, last.ToUnixTimeMilliseconds().ToString()));
        }

        return new(new ClaimsIdentity(claims, scheme));
    }
}
