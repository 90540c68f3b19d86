using System.Text.Json;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Journal;
using Yimen.Platform.Points;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity;

/// <summary>An account as pages show it: personal values masked.</summary>
public sealed record AccountSummary(Guid Id, string User, string Name, AccountKind Kind, AccountState State)
{
    public string? Unit { get; init; }

    public string? ResidentId { get; init; }

    public string? Mobile { get; init; }

    public string AssuranceText { get; init; } = "";

    public bool HasSecondFactor { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? LastSignIn { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    public IReadOnlyList<string> Grants { get; init; } = [];

    internal static AccountSummary Of(Account a, CountyKeys keys) => new(a.Id, a.UserName ?? "", a.DisplayName, a.Kind, a.State)
    {
        Unit = a.Unit?.Value,
        ResidentId = keys.Open(a.ResidentId) is { } id ? Masking.Id(id) : null,
        Mobile = keys.Open(a.Mobile) is { } mobile ? Masking.Phone(mobile) : null,
        AssuranceText = a.Kind == AccountKind.Staff ? "工作人员" : AssuranceOf(a.Assurance),
        HasSecondFactor = a.TwoFactorEnabled,
        OpenedAt = a.OpenedAt,
        LastSignIn = a.LastSignIn,
        LockedUntil = a.LockoutEnd,
        Grants = [.. a.Grants.Select(g => g.Scope.Words).Order(StringComparer.Ordinal)],
    };

    internal async Task<AccountSummary> Named(UnitNames units, CancellationToken ct) => this with { Unit = await units.Of(Unit, ct) };

    /// <summary>Ruling 42.</summary>
    public static string AssuranceOf(int level) => level switch { 0 => "未核验", 1 => "已核对手机和身份证号", _ => "已现场核验" };
}

/// <summary>An account's journal in words.</summary>
public static class AccountStory
{
    public static TimelineEntry Entry(JournalEntry entry)
    {
        var verb = Enum.TryParse<AccountVerb>(entry.Verb, out var known) ? Label.Of(known) : entry.Verb;
        return new(entry.At, entry.ActorName, verb)
        {
            Why = Told(entry),
            Tone = known is AccountVerb.FailSignIn or AccountVerb.Lock or AccountVerb.Close ? Tone.Warn : Tone.Neutral,
        };
    }

    private static string? Told(JournalEntry entry)
    {
        var changes = JsonSerializer.Deserialize<List<Change>>(entry.Changes) ?? [];
        var told = changes.Where(c => !c.Personal && c.New is not null).Select(c => c.Field switch
        {
            "登录地址" => $"来自 {c.New}",
            "grants" => $"授权：{Roles.InWords(c.New!)}",
            "token" => c.New,
            "name" or "unit" => c.New,
            _ => null,
        }).Where(t => t is not null).Prepend(entry.Reason).Where(t => t is not null);
        return string.Join("，", told) is { Length: > 0 } text ? text : null;
    }
}
