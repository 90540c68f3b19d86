using Microsoft.AspNetCore.Identity;
using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Platform.Identity;

public enum AccountKind
{
    [Label("个人")] Citizen,
    [Label("法人")] Organisation,
    [Label("工作人员")] Staff,
}

/// <summary>账号 — somebody who can sign in: a citizen, an organisation's 经办人, or staff.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public AccountKind Kind { get; init; }

    /// <summary>The name that pages and the journal show.</summary>
    public string DisplayName { get; set; } = "";

    public UnitId? Unit { get; set; }

    public Sealed ResidentId { get; set; }

    /// <summary>HMAC-SM3 of the resident id, to find a known applicant.</summary>
    public string? ResidentIndex { get; set; }

    /// <summary>Identity level (ruling 42): 0 self-registered, 1 code + resident number, 2 checked face to face.</summary>
    public int Assurance { get; set; }

    public DateTimeOffset? LastSignIn { get; set; }

    public bool Closed { get; set; }
}
