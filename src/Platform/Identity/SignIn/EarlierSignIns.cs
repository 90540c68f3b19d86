using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.SignIn;

/// <summary>上次登录 — when and from where somebody came in under this name before, and how often somebody failed to since.</summary>
/// <param name="At">Null when there was no sign-in before.</param>
public sealed record EarlierSignIn(DateTimeOffset? At, string? Address, int Failed)
{
    /// <summary>上次登录：2020年11月2日 09:12，来自 10.1.2.3。其后有 2 次登录失败，如不是您本人操作，请马上修改密码。</summary>
    public string Words => (At is { } at ? $"上次登录：{Dates.Moment(at)}{(Address is null ? "" : $"，来自 {Address}")}。" : "这是该账号第一次登录。")
        + (Failed == 0 ? "" : $"{(At is null ? "此前" : "其后")}有 {Failed} 次登录失败，如不是您本人操作，请马上修改密码。");
}

/// <summary>Reads from the journal who came in; nothing is kept twice.</summary>
internal sealed class EarlierSignIns(AppDb db)
{
    /// <summary>As it stands before the sign-in that is about to be written.</summary>
    public Task<EarlierSignIn> BeforeNow(Guid account, CancellationToken ct) => Before(account, int.MaxValue, ct);

    /// <summary>As it stood when the holder came in the last time, which is the sign-in that they see the page by.</summary>
    public async Task<EarlierSignIn> BeforeLast(Guid account, CancellationToken ct) =>
        await Before(account, await Entries(account, AccountVerb.SignIn).MaxAsync(j => (int?)j.Number, ct) ?? int.MaxValue, ct);

    private async Task<EarlierSignIn> Before(Guid account, int number, CancellationToken ct)
    {
        var last = await Entries(account, AccountVerb.SignIn).Where(j => j.Number < number).OrderByDescending(j => j.Number).Select(j => new { j.Number, j.At, j.Changes }).FirstOrDefaultAsync(ct);
        var since = last?.Number ?? 0;
        return new(last?.At, last is null ? null : AddressIn(last.Changes), await Entries(account, AccountVerb.FailSignIn).CountAsync(j => j.Number > since && j.Number < number, ct));
    }

    private IQueryable<JournalEntry> Entries(Guid account, AccountVerb verb)
    {
        var name = verb.ToString();
        return db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == Account.MatterKind && j.MatterId == account && j.Verb == name);
    }

    private static string? AddressIn(string changes) => (JsonSerializer.Deserialize<List<Change>>(changes) ?? []).FirstOrDefault(c => c.Field == "登录地址")?.New;
}
