using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Journal;

namespace Yimen.Platform.Identity;

/// <summary>What a new account starts with. Personal values are plain here and sealed when they are stored.</summary>
/// <param name="User">The sign-in name; compared without case.</param>
/// <param name="Name">The name that pages and the journal show.</param>
public sealed record NewAccount(string User, string Name, AccountKind Kind)
{
    public UnitId? Unit { get; init; }

    public IReadOnlyList<RoleScope> Grants { get; init; } = [];

    /// <summary>Null: the account cannot sign in until a password is set by a one-time link.</summary>
    public string? Password { get; init; }

    /// <summary>A password already hashed, outside the write, since hashing is slow; instead of <see cref="Password"/>.</summary>
    public string? PasswordHash { get; init; }

    public string? ResidentId { get; init; }

    public string? Mobile { get; init; }

    public int Assurance { get; init; }
}

public sealed partial class Account
{
    /// <summary>What an account's safety rests on: the hash of its password, if it has one, and the stamp that its cookies must carry.</summary>
    internal sealed record Secrets(string? PasswordHash, string Stamp);

    /// <summary>开立账号 — somebody is entered in the register of accounts.</summary>
    /// <exception cref="RuleViolation"><c>exclusive-roles</c>: system, security and audit administrators exclude one another.</exception>
    internal static Account Open(Guid id, NewAccount wanted, Secrets secrets, CountyKeys keys, Act act)
    {
        var account = new Account
        {
            Id = id,
            UserName = wanted.User,
            NormalizedUserName = Normal(wanted.User),
            Kind = wanted.Kind,
            DisplayName = wanted.Name,
            Unit = wanted.Unit,
            ResidentId = keys.Seal(wanted.ResidentId),
            ResidentIndex = wanted.ResidentId is null ? null : keys.IndexOf(wanted.ResidentId),
            Assurance = wanted.Assurance,
            PasswordHash = secrets.PasswordHash,
            SecurityStamp = secrets.Stamp,
            OpenedAt = act.Now,
        };
        account.Hold(wanted.Grants);
        account.Reach(wanted.Mobile, keys);
        account.Trail.Note(act, nameof(AccountVerb.Open), null, nameof(AccountState.Active),
            new Change("user", null, wanted.User), new("name", null, wanted.Name), new("grants", null, account.GrantsAsText));
        return account;
    }

    /// <summary>The sign-in name as it is compared.</summary>
    internal static string Normal(string user) => user.Trim().ToUpperInvariant();

    private string GrantsAsText => string.Join(' ', grants.Select(g => g.Scope.ToString()).Order(StringComparer.Ordinal));

    private void Hold(IReadOnlyList<RoleScope> wanted)
    {
        if (Roles.WhyNotTogether(wanted.Select(g => g.Role)) is { } why)
        {
            throw new RuleViolation("exclusive-roles", why, "GB/T 22239-2019 8.1.5");
        }

        grants.Clear();
        grants.AddRange(wanted.Distinct().Select(g => Grant.Of(Id, g)));
    }
}
