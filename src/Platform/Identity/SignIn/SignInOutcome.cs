using System.Security.Claims;

namespace Yimen.Platform.Identity.SignIn;

/// <summary>What came of an attempt to sign in: a principal, or half of one that still owes its second factor, or a sentence that says why not.</summary>
internal sealed record SignInOutcome(ClaimsPrincipal? Principal, Guid? OwesCode, string? Refusal)
{
    /// <summary>Who came in under this name before; told right after the door.</summary>
    internal EarlierSignIn? Earlier { get; init; }

    internal static SignInOutcome Entered(ClaimsPrincipal principal, EarlierSignIn earlier) => new(principal, null, null) { Earlier = earlier };

    internal static SignInOutcome Half(Guid account) => new(null, account, null);

    internal static SignInOutcome Refused(string why) => new(null, null, why);
}

/// <summary>What somebody has shown of being the account's holder.</summary>
internal enum Proof
{
    Wrong,
    PasswordOnly,
    Whole,
}
