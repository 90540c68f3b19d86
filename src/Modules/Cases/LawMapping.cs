using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yimen.Cases.Archive;
using Yimen.Cases.Certificate;
using Yimen.Cases.Clocks;
using Yimen.Cases.Correction;
using Yimen.Cases.Ending;
using Yimen.Cases.Motions;

namespace Yimen.Cases;

/// <summary>The rows beside a case that the law asks for: each with who, when and why.</summary>
internal static class LawMapping
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapRows(EntityTypeBuilder<Case> e)
    {
        e.HasMany(c => c.Corrections).WithOne().HasForeignKey(c => c.CaseId);
        e.HasMany(c => c.Motions).WithOne().HasForeignKey(m => m.CaseId);
        e.HasMany(c => c.Suspensions).WithOne().HasForeignKey(s => s.CaseId);
        e.Navigation(c => c.Corrections).HasField("corrections");
        e.Navigation(c => c.Motions).HasField("motions");
        e.Navigation(c => c.Suspensions).HasField("suspensions");
        e.HasOne(c => c.Extension).WithOne().HasForeignKey<CaseExtension>(x => x.CaseId);
        e.HasOne(c => c.Ending).WithOne().HasForeignKey<CaseEnding>(x => x.CaseId);
        e.HasOne(c => c.Certificate).WithOne().HasForeignKey<CaseCertificate>(x => x.CaseId);
        e.HasOne(c => c.Archive).WithOne().HasForeignKey<CaseArchive>(x => x.CaseId);
    }

    public static void Map(ModelBuilder model)
    {
        Hearings.HearingMapping.Map(model);
        model.Entity<CaseCorrection>(e =>
        {
            e.ToTable("cases_correction");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Ignore(c => c.IsOpen);
            AsText(e.Property(c => c.Flaws));
        });
        model.Entity<CaseMotion>(e =>
        {
            e.ToTable("cases_motion");
            e.Property(m => m.Id).ValueGeneratedNever();
            e.Ignore(m => m.IsOpen);
            AsText(e.Property(m => m.Flaws));
        });
        model.Entity<CaseSuspension>(e =>
        {
            e.ToTable("cases_suspension");
            e.Property(s => s.Id).ValueGeneratedNever();
            e.Ignore(s => s.Words).Ignore(s => s.AsStop);
        });
        OnePerCase<CaseExtension>(model, "cases_extension", nameof(CaseExtension.CaseId));
        OnePerCase<CaseEnding>(model, "cases_ending", nameof(CaseEnding.CaseId));
        OnePerCase<CaseCertificate>(model, "cases_certificate", nameof(CaseCertificate.CaseId));
        OnePerCase<CaseArchive>(model, "cases_archive", nameof(CaseArchive.CaseId));
        model.Entity<CaseArchive>().HasIndex(a => a.FileNumber).IsUnique();
        model.Entity<ClockCrossed>(e =>
        {
            e.ToTable("cases_clock_crossed");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.Detail).HasMaxLength(40);
            // a mark is crossed once; a moved deadline has a mark of its own
            e.HasIndex(c => new { c.CaseId, c.Mark, c.Detail, c.Due }).IsUnique();
            e.HasIndex(c => new { c.Unit, c.On });
            e.HasIndex(c => c.On);
        });
    }

    private static void OnePerCase<T>(ModelBuilder model, string table, string key)
        where T : class => model.Entity<T>().ToTable(table).HasKey(key);

    private static void AsText(PropertyBuilder<IReadOnlyList<Flaw>> property) => property.HasConversion(
        flaws => JsonSerializer.Serialize(flaws, Options),
        text => JsonSerializer.Deserialize<List<Flaw>>(text, Options)!,
        new ValueComparer<IReadOnlyList<Flaw>>((a, b) => a!.SequenceEqual(b!), f => f.Count, f => f));
}
