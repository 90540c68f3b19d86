using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.Calls;

internal static class CallMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<HotlineCall>(Call);
        // one transfer a moment, also when two lines tell it at once
        model.Entity<CallTransfer>(e => e.ToTable("hotline_call_transfer").HasKey(t => new { t.CallId, t.At }));
    }

    private static void Call(EntityTypeBuilder<HotlineCall> e)
    {
        e.ToTable("hotline_call").Ignore(c => c.Href);
        e.Property(c => c.Id).ValueGeneratedNever();
        e.Property(c => c.CallId).HasMaxLength(64);
        e.Property(c => c.CallerIndex).HasMaxLength(64);
        e.Property(c => c.InvalidReason).HasMaxLength(40);
        e.Property(c => c.Note).HasMaxLength(500);
        e.Property(c => c.Recording).HasMaxLength(200);
        e.HasTrail();
        // what the telephone system tells twice is one call, also when both come at once
        e.HasIndex(c => c.CallId).IsUnique();
        e.HasIndex(c => new { c.State, c.RingingAt });
        e.HasIndex(c => new { c.RingingOn, c.Id });
        e.HasIndex(c => new { c.CallerIndex, c.RingingAt });
        e.HasIndex(c => c.OrderId);
        e.HasMany(c => c.Transfers).WithOne().HasForeignKey(t => t.CallId);
        e.Navigation(c => c.Transfers).HasField("transfers").AutoInclude();
        e.Property(c => c.DraftBy).HasMaxLength(60);
    }

    extension(AppDb db)
    {
        public DbSet<HotlineCall> Calls => db.Set<HotlineCall>();
    }
}
