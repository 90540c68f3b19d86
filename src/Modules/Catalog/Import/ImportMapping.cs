using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Catalog.Import;

internal static class ImportMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ImportRun>(e =>
        {
            e.ToTable("catalog_import_run");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.HasIndex(r => r.StartedAt);
            e.Ignore(r => r.By);
            e.HasTrail();
        });
        model.Entity<ImportProgress>(e =>
        {
            e.ToTable("catalog_import_progress");
            e.HasKey(p => p.RunId);
            e.Property(p => p.RunId).ValueGeneratedNever();
        });
        model.Entity<ImportRow>(e =>
        {
            e.ToTable("catalog_import_row");
            e.HasKey(r => new { r.RunId, r.Number });
        });
        model.Entity<ImportPart>(e =>
        {
            e.ToTable("catalog_import_part");
            e.HasKey(p => new { p.RunId, p.Slug, p.Number });
            e.HasIndex(p => new { p.RunId, p.Code });
        });
        model.Entity<ImportFault>(e =>
        {
            e.ToTable("catalog_import_fault");
            e.HasIndex(f => new { f.RunId, f.Id });
        });
    }

    extension(AppDb db)
    {
        public DbSet<ImportRun> ImportRuns => db.Set<ImportRun>();

        public DbSet<ImportProgress> ImportProgress => db.Set<ImportProgress>();

        public DbSet<ImportRow> ImportRows => db.Set<ImportRow>();

        public DbSet<ImportPart> ImportParts => db.Set<ImportPart>();

        public DbSet<ImportFault> ImportFaults => db.Set<ImportFault>();
    }
}
