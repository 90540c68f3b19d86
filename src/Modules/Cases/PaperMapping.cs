using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Approval;
using Yimen.Cases.Consultations;
using Yimen.Cases.Deferrals;
using Yimen.Cases.Handovers;
using Yimen.Cases.Marks;
using Yimen.Cases.Pledges;

namespace Yimen.Cases;

/// <summary>The tables of what is promised for later, of pledges, and of paper under way.</summary>
internal static class PaperMapping
{
    public static void Map(ModelBuilder model)
    {
        PledgeMapping.Map(model);
        HandoverMapping.Map(model);
        OpinionPhrase.Map(model);
        Consultation.Map(model);
        model.Entity<MaterialVersion>(e =>
        {
            e.ToTable("cases_material_version");
            e.Property(v => v.Id).ValueGeneratedOnAdd();
            e.Property(v => v.Words).HasMaxLength(500);
            e.HasIndex(v => v.CaseId);
        });
        model.Entity<MaterialMark>(e =>
        {
            e.ToTable("cases_material_mark");
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Property(m => m.Words).HasMaxLength(MaterialMark.Longest);
            e.Ignore(m => m.InWords);
            e.HasIndex(m => m.CaseId);
        });
        model.Entity<Deferral>(e =>
        {
            e.ToTable("cases_deferral");
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Name).HasMaxLength(200);
            e.Property(d => d.SignedBy).HasMaxLength(100);
            e.Property(d => d.ExtendedWhy).HasMaxLength(2000);
            e.Ignore(d => d.State);
            e.HasIndex(d => d.CaseId);
            e.HasIndex(d => new { d.SuppliedOn, d.Due });
        });
    }
}
