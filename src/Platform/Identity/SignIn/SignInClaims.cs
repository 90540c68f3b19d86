using System.Security.Claims;
using Yimen.Platform.Counties;

namespace Yimen.Platform.Identity.SignIn;

/// <summary>The names of the ways to come in.</summary>
internal static class Schemes
{
    /// <summary>Chooses <see cref="Token"/> when the request carries one, else <see cref="Cookie"/>.</summary>
    internal const string Door = "door";
    internal const string Cookie = "cookie";

    /// <summary>Password shown, second factor owed: good for five minutes and for one page.</summary>
    internal const string Half = "half";
    internal const string Token = "token";
}

/// <summary>What the cookie or the token says about its bearer; <see cref="Visitor.From"/> reads it.</summary>
internal static class SignInClaims
{
    internal const string Stamp = "stamp";

    /// <param name="county">The cookie opens this county and no other (ruling 7).</param>
    /// <param name="lastSignIn">The sign-in before this one, which pages show.</param>
    /// <param name="scheme">By which door; becomes the identity's authentication type.</param>
    internal static ClaimsPrincipal Of(Account account, County county, DateTimeOffset? lastSignIn, string scheme = Schemes.Cookie)
    {
        List<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString()),
            new(ClaimTypes.Name, account.DisplayName),
            new(Visitor.KindClaim, account.Kind.ToString()),
            new(Visitor.CountyClaim, county.Code),
            new(Stamp, account.SecurityStamp ?? ""),
            .. Rights(account, county),
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

    /// <summary>Somebody who has shown a password and owes a code.</summary>
    internal static ClaimsPrincipal HalfOf(Guid account, County county) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.ToString()), new(Visitor.CountyClaim, county.Code)], Schemes.Half));

    // whoever owes an enrolment comes in without any right until it is done
    private static IEnumerable<Claim> Rights(Account account, County county) => account.MustEnrol(county.Demo)
        ? [new Claim(Visitor.EnrolClaim, "1")]
        : account.Grants.Select(g => new Claim(Visitor.GrantClaim, g.Scope.ToString()));
}
