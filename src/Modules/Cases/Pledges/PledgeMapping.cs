using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Pledges;

internal static class PledgeMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PledgeText>(e =>
        {
            e.ToTable("cases_pledge_text");
            e.Property(t => t.Id).ValueGeneratedNever();
            e.Property(t => t.Material).HasMaxLength(200);
            e.HasMany(t => t.Versions).WithOne().HasForeignKey(v => v.TextId);
            e.Navigation(t => t.Versions).HasField("versions").AutoInclude();
            e.HasIndex(t => t.Material);
            e.HasTrail();
        });
        model.Entity<PledgeWording>(e =>
        {
            e.ToTable("cases_pledge_wording");
            e.HasKey(v => new { v.TextId, v.Number });
            e.ComplexProperty(v => v.Words);
        });
        model.Entity<Pledge>(e =>
        {
            e.ToTable("cases_pledge");
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Material).HasMaxLength(200);
            e.HasIndex(p => new { p.CaseId, p.Order });
            e.HasIndex(p => new { p.State, p.CheckBy });
            e.HasIndex(p => p.SignedOn);
            e.HasTrail();
        });
    }
}

internal static class PledgeData
{
    extension(AppDb db)
    {
        public DbSet<Pledge> Pledges => db.Set<Pledge>();

        public DbSet<PledgeText> PledgeTexts => db.Set<PledgeText>();

        /// <summary>By material name: the wording in force on a day for an item; its own before the general one.</summary>
        public async Task<Dictionary<string, PledgeWording>> PledgeWordings(Guid item, DateOnly day, CancellationToken ct)
        {
            var texts = await db.PledgeTexts.AsNoTracking().Where(t => (t.ItemId == item || t.ItemId == null) && (t.EndedOn == null || t.EndedOn > day)).ToListAsync(ct);
            return texts.Where(t => t.On(day) is not null).GroupBy(t => t.Material).ToDictionary(g => g.Key, g => g.OrderBy(t => t.ItemId is null).First().On(day)!);
        }
    }
}
