using Microsoft.EntityFrameworkCore;

namespace Yimen.Hotline.Kpi;

/// <summary>One sum of the roll-up. Never written by who acts on an order: <see cref="KpiProjector"/> alone moves it (ADR 0019).</summary>
internal sealed class KpiCell
{
    public const string Table = "hotline_kpi_cell";

    /// <summary>202011 for a month, 2020 for a year: what is told apart within one is not the sum of its parts.</summary>
    public int Period { get; init; }

    public KpiBy By { get; init; }

    /// <summary>The unit's code, the name of the type, the town's nine digits; empty for all.</summary>
    public string Key { get; init; } = "";

    public KpiMeasure Measure { get; init; }

    public long Sum { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<KpiCell>(e =>
    {
        e.ToTable(Table).HasKey(c => new { c.By, c.Measure, c.Period, c.Key });
        e.Property(c => c.By).HasColumnName("by");
        e.Property(c => c.Measure).HasColumnName("measure");
        e.Property(c => c.Period).HasColumnName("period");
        e.Property(c => c.Key).HasColumnName("key").HasMaxLength(40);
        e.Property(c => c.Sum).HasColumnName("sum");
        e.HasIndex(c => new { c.By, c.Period });
    });
}

/// <summary>What one order has been counted for: taken off again before it is counted anew.</summary>
internal sealed class KpiCounted
{
    public required Guid OrderId { get; init; }

    /// <summary>An <see cref="OrderTally"/> as text.</summary>
    public required string Tally { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<KpiCounted>(e =>
    {
        e.ToTable("hotline_kpi_counted").HasKey(c => c.OrderId);
        e.Property(c => c.OrderId).ValueGeneratedNever();
    });
}

/// <summary>How far the roll-up has counted; one row.</summary>
internal sealed class KpiMark
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    /// <summary>The last entry of the journal that was heeded.</summary>
    public long Position { get; set; }

    /// <summary>While everything is counted anew: the last order's number that was; empty at its beginning, null when it is through.</summary>
    public string? After { get; set; }

    /// <summary>When it last moved.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Raised with every step, so that of two projectors one gives way.</summary>
    public int Turn { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<KpiMark>(e =>
    {
        e.ToTable("hotline_kpi_mark");
        e.Property(m => m.Id).ValueGeneratedNever();
        e.Property(m => m.After).HasMaxLength(20);
        e.Property(m => m.Turn).IsConcurrencyToken();
    });
}
