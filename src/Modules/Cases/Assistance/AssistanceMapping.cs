using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Assistance;

internal static class AssistanceMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<AssistanceOrder>(e =>
        {
            e.ToTable("cases_assistance");
            e.Property(o => o.Id).ValueGeneratedNever();
            e.Property(o => o.Number).HasMaxLength(20);
            e.Property(o => o.PersonIndex).HasMaxLength(64);
            e.ComplexProperty(o => o.Person);
            e.HasTrail();
            e.Ignore(o => o.NumberWanted);
            e.HasMany(o => o.Authorities).WithOne().HasForeignKey(a => a.OrderId);
            e.HasMany(o => o.Papers).WithOne().HasForeignKey(p => p.OrderId);
            e.HasMany(o => o.Cases).WithOne().HasForeignKey(c => c.OrderId);
            e.Navigation(o => o.Authorities).HasField("authorities");
            e.Navigation(o => o.Papers).HasField("papers");
            e.Navigation(o => o.Cases).HasField("cases");
            e.HasIndex(o => new { o.Town, o.State, o.RequestedOn });
            e.HasIndex(o => o.RequestedOn);
            e.HasIndex(o => o.FinishedOn);
            e.HasIndex(o => o.AccountId);
            e.HasIndex(o => o.PersonIndex);
        });
        model.Entity<AuthorityFact>().ToTable("cases_assistance_authority");
        model.Entity<TakenPaper>(e =>
        {
            e.ToTable("cases_assistance_paper");
            e.Property(p => p.Id).ValueGeneratedNever();
            e.HasOne(p => p.Return).WithOne().HasForeignKey<PaperReturn>(r => r.PaperId);
        });
        model.Entity<PaperReturn>(e =>
        {
            e.ToTable("cases_assistance_return");
            e.HasKey(r => r.PaperId);
        });
        model.Entity<AssistedCase>(e =>
        {
            e.ToTable("cases_assistance_case");
            e.HasKey(c => new { c.OrderId, c.CaseId });
            e.HasIndex(c => c.CaseId);
            e.HasIndex(c => c.LinkedOn);
        });
        model.Entity<VillageVisit>(e =>
        {
            e.ToTable("cases_visit");
            e.Property(v => v.Id).ValueGeneratedNever();
            e.HasTrail();
            e.HasIndex(v => new { v.Town, v.Day });
            e.HasIndex(v => v.DoneOn);
        });
    }
}
