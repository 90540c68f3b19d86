using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Journal;

namespace Yimen.Platform.Identity;

public sealed partial class Account
{
    /// <summary>现场核验身份 — a clerk has seen the person and the card: identity level 2 (ruling 42).</summary>
    internal void Verify(Act act, string card)
    {
        if (Kind == AccountKind.Staff)
        {
            throw new RuleViolation("not-a-citizen", "工作人员账号不需要现场核验。");
        }

        if (act.By.AccountId == Id)
        {
            throw new RuleViolation("own-account", "不能核验自己的账号，请由其他工作人员办理。");
        }

        Move(AccountVerb.Verify, act, new Change("assurance", Assurance.ToString(), "2"), new Change("card", null, card));
        Assurance = 2;
    }

    /// <summary>修改资料 — name, unit, mobile.</summary>
    internal void Amend(Act act, string name, UnitId? unit, string? mobile, CountyKeys keys)
    {
        var before = keys.Open(Mobile);
        List<Change> changes = [];
        void Compare(string field, string? old, string? now, bool personal = false)
        {
            if (old != now)
            {
                changes.Add(new(field, old, now, personal));
            }
        }

        Compare("name", DisplayName, name);
        Compare("unit", Unit?.Value, unit?.Value);
        Compare("mobile", before, mobile, personal: true);
        Move(AccountVerb.Amend, act, changes);
        (DisplayName, Unit) = (name, unit);
        Reach(mobile, keys);
    }

    /// <summary>调整授权 — what the holder may do, and for whose queue and area.</summary>
    /// <exception cref="RuleViolation"><c>exclusive-roles</c>, <c>unknown-role</c>, <c>own-account</c>.</exception>
    internal void Regrant(Act act, IReadOnlyList<RoleScope> wanted)
    {
        if (act.By.AccountId == Id)
        {
            throw new RuleViolation("own-account", "不能调整自己的授权，请由其他管理员办理。", "GB/T 22239-2019 8.1.5");
        }

        var before = GrantsAsText;
        Hold(wanted);
        Move(AccountVerb.Regrant, act, new Change("grants", before, GrantsAsText));
    }

    /// <summary>停用账号 — nobody signs in with it until it is let in again.</summary>
    internal void Lock(Act act) => LeaveBy(AccountVerb.Lock, act);

    /// <summary>恢复账号 — a locked account is let in again.</summary>
    internal void Unlock(Act act)
    {
        Move(AccountVerb.Unlock, act);
        (AccessFailedCount, LockoutEnd) = (0, null);
    }

    /// <summary>注销账号 — for good: rights end, the journal stays.</summary>
    internal void Close(Act act)
    {
        LeaveBy(AccountVerb.Close, act);
        grants.Clear();
    }

    private void LeaveBy(AccountVerb verb, Act act)
    {
        if (act.By.AccountId == Id && Kind == AccountKind.Staff)
        {
            throw new RuleViolation("own-account", "不能停用或注销自己的账号，请由其他管理员办理。");
        }

        Move(verb, act);
    }

    private void Reach(string? mobile, CountyKeys keys) =>
        (Mobile, MobileIndex) = (keys.Seal(mobile), string.IsNullOrEmpty(mobile) ? null : keys.IndexOf(mobile));
}
