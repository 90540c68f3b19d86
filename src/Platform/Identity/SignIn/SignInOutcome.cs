using System.Security.Claims;

namespace Yimen.Platform.Identity.SignIn;

/// <summary>What came of an attempt to sign in: a principal, or half of one that still owes its second factor, or a sentence that says why not.</summary>
internal sealed record SignInOutcome(ClaimsPrincipal? Principal, Guid? OwesCode, string? Refusal)
{
    internal static SignInOutcome Entered(ClaimsPrincipal principal) => new(principal, null, null);

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
