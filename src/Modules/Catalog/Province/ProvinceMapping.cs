using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Catalog.Province;

internal static class ProvinceMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ProvinceList>(e =>
        {
            e.ToTable("catalog_province_list");
            e.Property(l => l.Id).ValueGeneratedNever();
            e.HasIndex(l => l.ImportedAt);
            e.HasTrail();
        });
        model.Entity<ProvinceLine>(e =>
        {
            e.ToTable("catalog_province_line");
            e.HasKey(l => l.Code);
            e.Property(l => l.Code).HasMaxLength(33);
            e.Property(l => l.ProvincialId).HasMaxLength(40);
        });
        model.Entity<Drift>(e =>
        {
            e.ToTable("catalog_drift");
            e.Property(d => d.Id).ValueGeneratedNever();
            e.HasIndex(d => d.Code).IsUnique();
            e.HasIndex(d => new { d.State, d.Kind });
            e.HasTrail();
        });
        model.Entity<DriftRun>(e =>
        {
            e.ToTable("catalog_drift_run");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.HasIndex(r => r.At);
        });
    }

    extension(AppDb db)
    {
        public DbSet<ProvinceList> ProvinceLists => db.Set<ProvinceList>();

        public DbSet<ProvinceLine> ProvinceLines => db.Set<ProvinceLine>();

        public DbSet<Drift> Drifts => db.Set<Drift>();
    }
}
