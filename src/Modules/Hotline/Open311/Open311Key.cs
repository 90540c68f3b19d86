using System.Text;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline.Open311;

internal enum Open311KeyVerb
{
    [Label("发放密钥")] Issue,
    [Label("换发密钥")] Renew,
    [Label("停用密钥")] Revoke,
}

/// <summary>Open311 密钥 — with it a named organisation posts requests and updates. Only its SM3 digest is kept; the key itself is shown once.</summary>
internal sealed class Open311Key : IMatter
{
    public const string MatterKind = "open311-key";

    /// <summary>The key of a demo world's application, known to everybody like the password of its accounts; a demo world never becomes production.</summary>
    public const string DemoKey = "o311_yimen-demo";

    private const string Prefix = "o311_";
    private const int Shown = 9;

    private Open311Key()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Who posts with it, as it stands in their application.</summary>
    public string Organisation { get; private init; } = "";

    /// <summary>Whom to call there when something goes wrong.</summary>
    public string Contact { get; private init; } = "";

    public string Digest { get; private set; } = "";

    /// <summary>The key's beginning, to tell two apart.</summary>
    public string Beginning { get; private set; } = "";

    public DateTimeOffset IssuedAt { get; private set; }

    public string IssuedBy { get; private init; } = "";

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>To the hour: a write at every call would cost more than it tells.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>Nobody waits for a key.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    public bool IsInForce => RevokedAt is null;

    /// <summary>Who acts when a post comes with this key.</summary>
    public Actor Actor => new(Id, $"Open311：{Organisation}", null);

    public static string NewKey(IdSource ids) => Prefix + ids.NewToken(24);

    public static string DigestOf(string key) => Convert.ToHexStringLower(Sm.Sm3(Encoding.UTF8.GetBytes(key)));

    /// <summary>发放密钥 — to an organisation that asked for it in writing.</summary>
    public static Open311Key Issue(Guid id, string key, string organisation, string contact, Act act)
    {
        var issued = new Open311Key { Id = id, Organisation = organisation, Contact = contact, IssuedBy = act.By.Name };
        issued.Take(key, act);
        issued.Trail.Note(act, nameof(Open311KeyVerb.Issue), null, null, new Change("单位", null, organisation), new("密钥", null, issued.Beginning));
        return issued;
    }

    /// <summary>换发密钥 — the organisation lost it or let it out: from now on only the new one is taken, and what they posted stays theirs.</summary>
    public void Renew(string key, Act act)
    {
        MustBeInForce();
        var before = Beginning;
        Take(key, act);
        Trail.Note(act, nameof(Open311KeyVerb.Renew), null, null, new Change("密钥", before, Beginning));
    }

    /// <summary>停用密钥 — for good; with the reason.</summary>
    public void Revoke(Act act)
    {
        MustBeInForce();
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "停用须写明理由。");
        }

        RevokedAt = act.Now;
        Trail.Note(act, nameof(Open311KeyVerb.Revoke), null, null, new Change("密钥", Beginning, null));
    }

    public bool WorthNoting(DateTimeOffset now) => LastUsedAt is null || now - LastUsedAt > TimeSpan.FromHours(1);

    public void Used(DateTimeOffset now) => LastUsedAt = now;

    internal static void Map(ModelBuilder model) => model.Entity<Open311Key>(e =>
    {
        e.ToTable("hotline_open311_key").Ignore(k => k.IsInForce).Ignore(k => k.Actor);
        e.Property(k => k.Id).ValueGeneratedNever();
        e.Property(k => k.Organisation).HasMaxLength(60);
        e.Property(k => k.Contact).HasMaxLength(60);
        e.Property(k => k.Digest).HasMaxLength(64);
        e.Property(k => k.Beginning).HasMaxLength(20);
        e.HasIndex(k => k.Digest).IsUnique();
        e.HasTrail();
    });

    private void Take(string key, Act act) => (Digest, Beginning, IssuedAt, LastUsedAt) = (DigestOf(key), key[..Shown], act.Now, null);

    private void MustBeInForce()
    {
        if (!IsInForce)
        {
            throw new RuleViolation("key-revoked", "这个密钥已经停用。");
        }
    }
}
