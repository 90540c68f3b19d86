using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Yimen.Platform.Journal;

public static class JournalMapping
{
    internal static void Map(ModelBuilder model)
    {
        model.Entity<JournalEntry>(e =>
        {
            e.ToTable("journal_entry");
            e.HasKey(j => j.Position);
            e.Property(j => j.Position).ValueGeneratedOnAdd();
            e.HasIndex(j => new { j.Kind, j.MatterId, j.Number }).IsUnique();
            e.HasIndex(j => j.At);
            e.Property(j => j.Kind).HasMaxLength(20);
            e.Property(j => j.Hash).HasMaxLength(64);
            e.Property(j => j.Previous).HasMaxLength(64);
        });
        model.Entity<MatterKey>(e =>
        {
            e.ToTable("journal_key");
            e.HasKey(k => new { k.Kind, k.MatterId });
        });
    }

    /// <summary>Maps an aggregate's trail: its count is the concurrency token.</summary>
    public static void HasTrail<T>(this EntityTypeBuilder<T> entity)
        where T : class, IMatter
    {
        entity.Ignore(m => m.Ref);
        entity.Ignore(m => m.WaitsFor);
        entity.ComplexProperty(m => m.Trail, t =>
        {
            t.Property(x => x.Count).HasColumnName("version").IsConcurrencyToken();
            t.Property(x => x.Head).HasColumnName("journal_head").HasMaxLength(64);
            t.Ignore(x => x.Pending);
        });
    }
}
