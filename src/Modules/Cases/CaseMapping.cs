using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

internal static class CaseMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Case>(e =>
        {
            e.ToTable("cases_case");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Number).HasMaxLength(40);
            e.Property(c => c.QueryCode).HasMaxLength(6);
            e.Property(c => c.ApplicantIndex).HasMaxLength(64);
            e.ComplexProperty(c => c.Applicant, a => a.Ignore(x => x.IsComplete));
            e.ComplexProperty(c => c.Terms, t => t.Ignore(x => x.Promised).Ignore(x => x.Statutory));
            e.Property(c => c.Paused).HasMaxLength(200);
            e.Property(c => c.LicenceNumber).HasMaxLength(50);
            e.Ignore(c => c.NumberWanted).Ignore(c => c.AskedOn).Ignore(c => c.OnTime).Ignore(c => c.IsRenewal).Ignore(c => c.Missing).Ignore(c => c.Stops);
            e.Ignore(c => c.OpenCorrection).Ignore(c => c.OpenMotion).Ignore(c => c.OpenSuspension);
            e.HasMany(c => c.Materials).WithOne().HasForeignKey(m => m.CaseId);
            e.HasMany(c => c.Opinions).WithOne().HasForeignKey(o => o.CaseId);
            e.HasMany(c => c.Actings).WithOne().HasForeignKey(a => a.CaseId);
            e.Navigation(c => c.Actings).HasField("actings");
            e.HasOne(c => c.Decision).WithOne().HasForeignKey<DecisionFact>(d => d.CaseId);
            e.HasOne(c => c.Delivery).WithOne().HasForeignKey<DeliveryFact>(d => d.CaseId);
            e.HasMany(c => c.Deferrals).WithOne().HasForeignKey(d => d.CaseId);
            e.HasMany(c => c.MaterialVersions).WithOne().HasForeignKey(v => v.CaseId);
            e.Navigation(c => c.MaterialVersions).HasField("versions");
            e.HasMany(c => c.Marks).WithOne().HasForeignKey(m => m.CaseId);
            e.Navigation(c => c.Marks).HasField("marks");
            e.Navigation(c => c.Deferrals).HasField("deferrals");
            e.Navigation(c => c.Materials).HasField("materials");
            e.Navigation(c => c.Opinions).HasField("opinions");
            LawMapping.MapRows(e);
            e.HasTrail();
            MapIndexes(e);
        });
        LawMapping.Map(model);
        model.Entity<CaseRef>().HasNoKey().ToView("cases_case");
        model.Entity<CaseMaterial>(e =>
        {
            e.ToTable("cases_material");
            e.HasIndex(m => new { m.CaseId, m.Order });
            e.Property(m => m.Id).ValueGeneratedOnAdd();
            e.Property(m => m.Note).HasMaxLength(200);
            e.Ignore(m => m.IsMet).Ignore(m => m.OnPaper).Ignore(m => m.Lacks).Ignore(m => m.Words);
        });
        PaperMapping.Map(model);
        model.Entity<Opinion>().ToTable("cases_opinion");
        model.Entity<DecisionFact>(e =>
        {
            e.ToTable("cases_decision");
            e.HasKey(d => d.CaseId);
        });
        model.Entity<DeliveryFact>(e =>
        {
            e.ToTable("cases_delivery");
            e.HasKey(d => d.CaseId);
        });
    }

    private static void MapIndexes(EntityTypeBuilder<Case> e)
    {
        e.HasIndex(c => c.Number);
        e.HasIndex(c => new { c.Unit, c.State, c.FiledAt });
        e.HasIndex(c => new { c.State, c.Due });
        e.HasIndex(c => c.FiledAt);
        // what figures narrow by stands in the index: counting reads no row, and the number gives their rows in order
        e.HasIndex(c => new { c.ReceivedOn, c.Number, c.Channel, c.State, c.Exclusions });
        e.HasIndex(c => new { c.AcceptedOn, c.Number, c.Channel, c.Exclusions });
        e.HasIndex(c => new { c.DecidedOn, c.Number, c.Due, c.Exclusions });
        // what is open: its clocks are watched, and a changed calendar recomputes it
        e.HasIndex(c => new { c.ClosedOn, c.State });
        e.HasIndex(c => c.ApplicantIndex);
        e.HasIndex(c => new { c.AccountId, c.FiledAt });
        e.HasIndex(c => c.ItemId);
        e.HasIndex(c => c.VisitId);
        // few are left out of the figures: how many is told beside them
        e.HasIndex(c => c.Exclusions).HasFilter("exclusions > 0");
    }
}
