using Microsoft.AspNetCore.Identity;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Platform.Identity;

/// <summary>账号 — somebody who can sign in: a citizen, an organisation's 经办人, or staff. What happens to it is journaled as the matter <c>account</c>.</summary>
public sealed partial class Account : IdentityUser<Guid>, IMatter
{
    public const string MatterKind = "account";

    private readonly List<Grant> grants = [];

    private Account()
    {
    }

    public AccountKind Kind { get; private init; }

    public AccountState State { get; private set; }

    /// <summary>The name that pages and the journal show.</summary>
    public string DisplayName { get; private set; } = "";

    public UnitId? Unit { get; private set; }

    public Sealed ResidentId { get; private init; }

    /// <summary>HMAC-SM3 of the resident id, to find a known applicant; unique.</summary>
    public string? ResidentIndex { get; private init; }

    public Sealed Mobile { get; private set; }

    /// <summary>HMAC-SM3 of the mobile number, by which its holder signs in. Families share telephones, so it need not be unique.</summary>
    public string? MobileIndex { get; private set; }

    /// <summary>Identity level (ruling 42): 0 self-registered, 1 code + resident number, 2 checked face to face.</summary>
    public int Assurance { get; private set; }

    public DateTimeOffset OpenedAt { get; private init; }

    public DateTimeOffset? LastSignIn { get; private set; }

    public IReadOnlyList<Grant> Grants => grants;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>Nobody waits for an account.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>Who the journal quotes when the account's holder acts.</summary>
    public Actor AsActor => new(Id, DisplayName, Unit);
}
