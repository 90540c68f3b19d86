using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;

namespace Yimen.Hotline.City;

internal enum CityDirection
{
    [Label("市平台发来")] In = 1,
    [Label("发往市平台")] Out = 2,
}

/// <summary>交换记录 — one message to or from the city's platform, and what was answered. Nothing personal stands in it.</summary>
internal sealed class CityMessage
{
    public Guid Id { get; init; }

    public required CityDirection Direction { get; init; }

    /// <summary>order, addition, rehandling, visit, extension-answer; reply, return, direct-answer, extension.</summary>
    public required string Kind { get; init; }

    /// <summary>The sender's own key of the message: sent twice it is carried out once.</summary>
    public required string Key { get; init; }

    public required string SourceNumber { get; init; }

    public Guid? OrderId { get; init; }

    public required bool Accepted { get; init; }

    /// <summary>What was answered: a code, and why not.</summary>
    public required string Answer { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly On { get; init; }

    public static void Map(ModelBuilder model)
    {
        model.Entity<CityMessage>(e =>
        {
            e.ToTable("hotline_city_message");
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.Kind).HasMaxLength(40);
            e.Property(m => m.Key).HasMaxLength(80);
            e.Property(m => m.SourceNumber).HasMaxLength(60);
            e.Property(m => m.Answer).HasMaxLength(300);
            e.HasIndex(m => new { m.Direction, m.Key }).IsUnique();
            e.HasIndex(m => new { m.On, m.Direction });
            e.HasIndex(m => m.SourceNumber);
        });
        model.Entity<CityNonce>(e =>
        {
            e.ToTable("hotline_city_nonce");
            e.HasKey(n => n.Value);
            e.Property(n => n.Value).HasMaxLength(80);
            e.HasIndex(n => n.At);
        });
        model.Entity<CityCount>(e =>
        {
            e.ToTable("hotline_city_count");
            e.HasKey(c => c.On);
        });
        CityFile.Map(model);
    }
}

/// <summary>A nonce that was used.</summary>
internal sealed class CityNonce
{
    public required string Value { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What the city says it sent and heard on a day, to be held against ours.</summary>
internal sealed class CityCount
{
    public required DateOnly On { get; init; }

    /// <summary>Source numbers of the orders that it sent.</summary>
    public IReadOnlyList<string> Sent { get; set; } = [];

    /// <summary>Source numbers to which it heard an answer.</summary>
    public IReadOnlyList<string> Heard { get; set; } = [];

    public DateTimeOffset At { get; set; }
}
