using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Platform.Delivery;

public enum OutboxState
{
    [Label("待发送")] Waiting,
    [Label("已发送")] Sent,
    [Label("发送失败")] Dead,
    [Label("已撤回")] Withdrawn,
}

/// <summary>待发件 — what leaves the house, written with the change that causes it and sent after the commit.</summary>
public sealed class OutboxMessage
{
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)];

    private OutboxMessage()
    {
    }

    public Guid Id { get; private init; }
    public DeliveryChannel Channel { get; private init; }
    public Sealed To { get; private init; }
    public string Subject { get; private init; } = "";
    public Sealed Body { get; private init; }
    public string? MatterKind { get; private init; }
    public Guid? MatterId { get; private init; }
    public string? DedupeKey { get; private init; }
    public string? Via { get; private init; }
    public string? Link { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Begun sendings, also those whose worker never came back.</summary>
    public int Attempts { get; private set; }
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>Until then one worker has it; afterwards that worker is taken for dead.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }
    public string? LeaseToken { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public DateTimeOffset? DeadAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public string? LastError { get; private set; }
    public string? RetriedBy { get; private set; }

    public OutboxState State => SentAt is not null ? OutboxState.Sent : WithdrawnAt is not null ? OutboxState.Withdrawn : DeadAt is not null ? OutboxState.Dead : OutboxState.Waiting;

    internal static OutboxMessage Of(Guid id, Letter letter, Sealed body, DateTimeOffset now) => new()
    {
        Id = id,
        Channel = letter.Channel,
        To = letter.To,
        Subject = letter.Subject,
        Body = body,
        MatterKind = letter.Matter?.Kind,
        MatterId = letter.Matter?.Id,
        DedupeKey = letter.DedupeKey,
        Via = letter.Via,
        Link = letter.Link,
        CreatedAt = now,
        NextAt = now,
    };

    internal void Sent(DateTimeOffset now) => (SentAt, LeaseUntil, LeaseToken, LastError) = (now, null, null, null);

    /// <summary>Waits longer after each failure, and gives up after the last or when trying again cannot help.</summary>
    internal void Failed(DateTimeOffset now, string error, bool forGood)
    {
        (LeaseUntil, LeaseToken, LastError) = (null, null, error.Length <= 500 ? error : error[..500]);
        if (forGood || Attempts > Waits.Length)
        {
            DeadAt = now;
        }
        else
        {
            NextAt = now + Waits[Attempts - 1];
        }
    }

    /// <summary>Whether a worker has it in hand now: what becomes of it is not known yet.</summary>
    public bool IsInHand(DateTimeOffset now) => LeaseUntil >= now;

    /// <summary>撤回 — another letter has taken its place: it is not tried again. What was sent, or is in a worker's hand, stays.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (State == OutboxState.Sent || IsInHand(now))
        {
            return;
        }
        (DeadAt, WithdrawnAt) = (DeadAt ?? now, now);
    }

    /// <summary>重发 — a dead letter is tried again from the beginning.</summary>
    public void Retry(Act act)
    {
        if (State != OutboxState.Dead)
        {
            throw new RuleViolation("not-dead", $"这条消息{Label.Of(State)}，不需要重发。");
        }
        (DeadAt, Attempts, NextAt, RetriedBy) = (null, 0, act.Now, act.By.Name);
    }

    internal static void Map(ModelBuilder model) => model.Entity<OutboxMessage>(e =>
    {
        e.ToTable("outbox_message");
        e.Property(m => m.Id).ValueGeneratedNever();
        e.Ignore(m => m.State);
        e.Property(m => m.Subject).HasMaxLength(200);
        e.Property(m => m.DedupeKey).HasMaxLength(120);
        e.Property(m => m.Via).HasMaxLength(20);
        e.Property(m => m.Link).HasMaxLength(500);
        e.Property(m => m.LastError).HasMaxLength(500);
        e.HasIndex(m => m.DedupeKey).IsUnique();
        e.HasIndex(m => m.NextAt).HasFilter("sent_at IS NULL AND dead_at IS NULL");
        e.HasIndex(m => m.CreatedAt);
    });
}
