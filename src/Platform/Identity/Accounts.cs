using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Identity;

/// <summary>The register of a county's accounts: who is there, and entering somebody new.</summary>
public sealed class Accounts(AppDb db, Writer writer, CountyScope scope, IdSource ids, IPasswordHasher<Account> hasher)
{
    /// <summary>The password of every account of a demo world, so that a visitor may look through anybody's eyes. It opens nothing elsewhere.</summary>
    public const string DemoPassword = "yimen-demo";

    private readonly Dictionary<string, string> hashes = [];

    /// <summary>By sign-in name, tracked; null when there is none.</summary>
    public Task<Account?> Find(string user, CancellationToken ct = default) =>
        db.Set<Account>().FirstOrDefaultAsync(a => a.NormalizedUserName == Account.Normal(user), ct);

    public Task<Account?> Find(Guid id, CancellationToken ct = default) => db.Set<Account>().FirstOrDefaultAsync(a => a.Id == id, ct);

    /// <summary>As it stands in the database now, untracked.</summary>
    public Task<Account?> Read(Guid id, CancellationToken ct = default) => db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct);

    /// <summary>By what a person types at the door: sign-in name, resident id, or a mobile number that only one account has.</summary>
    public async Task<Account?> ForSignIn(string typed, CancellationToken ct = default)
    {
        if (ResidentId.TryParse(typed, out var resident, out string _))
        {
            return await OfResident(resident.Value, ct);
        }

        if (!MobileNumber.TryParse(typed, out var mobile, out string _))
        {
            return await Find(typed, ct);
        }

        var index = scope.County.Keys.IndexOf(mobile.Value);
        return await db.Set<Account>().Where(a => a.MobileIndex == index).Take(2).ToListAsync(ct) is [var only] ? only : null;
    }

    /// <summary>The account of a resident, found by the keyed digest; null when there is none.</summary>
    public Task<Account?> OfResident(string residentId, CancellationToken ct = default)
    {
        var index = scope.County.Keys.IndexOf(residentId);
        return db.Set<Account>().FirstOrDefaultAsync(a => a.ResidentIndex == index, ct);
    }

    /// <summary>Opens accounts in one transaction of its own: for seeding and tests. Inside a <see cref="Writer"/> use <see cref="Add"/>.</summary>
    public Task<IReadOnlyList<Account>> Create(Act act, IEnumerable<NewAccount> wanted, CancellationToken ct = default) =>
        writer.Write<IReadOnlyList<Account>>(act, null, async () =>
        {
            var opened = new List<Account>();
            foreach (var one in wanted)
            {
                opened.Add(await Add(act, one, ct));
            }

            return opened;
        }, ct);

    public async Task<Account> Create(Act act, NewAccount wanted, CancellationToken ct = default) => (await Create(act, [wanted], ct))[0];

    /// <summary>Opens an account within the caller's write.</summary>
    /// <exception cref="RuleViolation"><c>user-taken</c>, <c>resident-taken</c>, <c>exclusive-roles</c>, <c>unknown-role</c>.</exception>
    public async Task<Account> Add(Act act, NewAccount wanted, CancellationToken ct = default)
    {
        if (await Find(wanted.User, ct) is not null)
        {
            throw new RuleViolation("user-taken", $"登录名“{wanted.User}”已被使用。");
        }

        if (wanted.ResidentId is { } resident && await OfResident(resident, ct) is not null)
        {
            throw new RuleViolation("resident-taken", "此身份证号码已经注册，一人只能有一个账号。");
        }

        var password = wanted.Password ?? (scope.County.Demo ? DemoPassword : null);
        var hash = wanted.PasswordHash ?? (password is null ? null : Hash(password));
        var account = Account.Open(ids.NewId(act.Now), wanted, new(hash, ids.NewToken(16)), scope.County.Keys, act);
        db.Add(account);
        return account;
    }

    /// <summary>Loads, acts, saves: one verb on one account.</summary>
    /// <exception cref="Http.NotThere">There is no such account.</exception>
    public Task<Account> Change(Act act, Guid id, Action<Account> verb, CancellationToken ct = default) => writer.Write(act, null, async () =>
    {
        var account = await Find(id, ct) ?? throw new Http.NotThere();
        verb(account);
        return account;
    }, ct);

    /// <summary>设置密码 — other devices are signed out.</summary>
    public Task<Account> SetPassword(Act act, Guid id, string password, CancellationToken ct = default)
    {
        var hash = hasher.HashPassword(null!, password); // slow: before the gate, not behind it
        return Change(act, id, a => a.SetPassword(act, hash, ids.NewToken(16)), ct);
    }

    public bool IsPassword(Account account, string? password) =>
        account.PasswordHash is { } hash && !string.IsNullOrEmpty(password) && hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed;

    // hashing is slow by design; a demo world of two hundred shares one password and one hash
    private string Hash(string password) => hashes.TryGetValue(password, out var known) ? known : hashes[password] = hasher.HashPassword(null!, password);
}
