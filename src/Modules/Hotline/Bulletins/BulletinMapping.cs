using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.Bulletins;

internal static class BulletinMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Bulletin>(e =>
        {
            e.ToTable("hotline_bulletin").Ignore(b => b.Serial).Ignore(b => b.Href).Ignore(b => b.IsWhole);
            e.Property(b => b.Id).ValueGeneratedNever();
            e.Property(b => b.Period).HasMaxLength(7);
            e.Property(b => b.Name).HasMaxLength(60);
            e.Property(b => b.Foreword).HasMaxLength(1000);
            e.Property(b => b.Digest).HasMaxLength(64);
            e.Property(b => b.WithdrawnWhy).HasMaxLength(500);
            e.HasMany(b => b.To).WithOne().HasForeignKey(r => r.BulletinId);
            e.Navigation(b => b.To).HasField("to");
            e.HasTrail();
            // of two offices that issue a period at once one does: an edition is one, and one stands
            e.HasIndex(b => new { b.Period, b.Edition }).IsUnique();
            e.HasIndex(b => new { b.IssuedOn, b.Id });
        });
        model.Entity<BulletinRecipient>(e =>
        {
            e.ToTable("hotline_bulletin_recipient");
            e.Property(r => r.UnitName).HasMaxLength(100);
            e.HasIndex(r => new { r.Unit, r.BulletinId });
        });
    }
}
