using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Journal;

namespace Yimen.Cases.OutsideCases;

internal static class OutsideMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<OutsideCase>(e =>
        {
            e.ToTable("cases_outside");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Number).HasMaxLength(60);
            e.Property(c => c.ApplicantName).HasMaxLength(100);
            e.HasTrail();
            // a voided registration gives its number free
            e.HasIndex(c => c.Number).IsUnique().HasFilter("state <> 99");
            e.HasIndex(c => new { c.Unit, c.AcceptedOn });
            e.HasIndex(c => new { c.AcceptedOn, c.Window });
            e.HasIndex(c => new { c.FinishedOn, c.Due });
        });
        model.Entity<OutsideImport>(e =>
        {
            e.ToTable("cases_outside_import");
            e.Property(i => i.Id).ValueGeneratedNever();
            e.Property(i => i.FileName).HasMaxLength(200);
            e.HasIndex(i => i.At);
        });
    }
}
