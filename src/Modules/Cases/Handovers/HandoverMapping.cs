using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Handovers;

internal static class HandoverMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Handover>(e =>
        {
            e.ToTable("cases_handover");
            e.Property(h => h.Id).ValueGeneratedNever();
            e.Property(h => h.Number).HasMaxLength(30);
            e.Property(h => h.Window).HasMaxLength(20);
            e.Ignore(h => h.NumberWanted).Ignore(h => h.There).Ignore(h => h.Wanted);
            e.HasMany(h => h.Lines).WithOne().HasForeignKey(l => l.HandoverId);
            e.Navigation(h => h.Lines).HasField("lines");
            e.HasIndex(h => h.Number);
            e.HasIndex(h => new { h.State, h.RunDay });
            e.HasTrail();
        });
        model.Entity<HandoverLine>(e =>
        {
            e.ToTable("cases_handover_line");
            e.HasKey(l => new { l.HandoverId, l.CaseId });
            e.Property(l => l.CaseNumber).HasMaxLength(40);
            e.HasIndex(l => new { l.CaseId, l.MovedAt });
        });
        model.Entity<HandoverRuns>(e =>
        {
            e.ToTable("cases_handover_runs");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.HasMany(r => r.Rows).WithOne().HasForeignKey("RunsId");
            e.Navigation(r => r.Rows).HasField("rows").AutoInclude();
            e.HasTrail();
        });
        model.Entity<HandoverRun>(e =>
        {
            e.ToTable("cases_handover_run");
            e.HasKey(r => r.From);
            e.Property(r => r.Times).HasMaxLength(60);
        });
    }
}

internal static class HandoverData
{
    extension(AppDb db)
    {
        public DbSet<Handover> Handovers => db.Set<Handover>();

        /// <summary>The timetable; a fresh one with the usual runs where the county has set none.</summary>
        public async Task<HandoverRuns> Runs(CancellationToken ct) => await db.Set<HandoverRuns>().SingleOrDefaultAsync(ct) ?? new HandoverRuns();

        /// <summary>Where the paper of each of these cases is now.</summary>
        public async Task<Dictionary<Guid, PaperPlace>> PlacesOf(IReadOnlyCollection<Guid> ids, CancellationToken ct)
        {
            var rows = await PaperPlaces.Of(db, db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id))).ToListAsync(ct);
            return rows.ToDictionary(r => r.CaseId, r => r.Place);
        }
    }
}

/// <summary>纸件现在在谁手里, as a query: the last movement by a batch, and where there is none, how the case came.</summary>
internal static class PaperPlaces
{
    public static IQueryable<PlacedCase> Of(AppDb db, IQueryable<Case> cases) => cases.Select(c => new PlacedCase
    {
        CaseId = c.Id,
        Place = c.State == CaseState.Archived ? PaperPlace.Archive : c.State == CaseState.Delivered ? PaperPlace.Applicant
            : db.Set<HandoverLine>().Where(l => l.CaseId == c.Id && l.MovedAt != null).OrderByDescending(l => l.MovedAt).Select(l => (PaperPlace?)l.Place).FirstOrDefault()
            ?? (c.Channel != Channel.Online && c.Materials.Any(m => m.How == MaterialHow.OriginalKept || m.How == MaterialHow.Copy) ? PaperPlace.Counter
            : c.DecidedOn != null ? PaperPlace.Unit : PaperPlace.None),
    });

    /// <summary>The cases whose paper is at a place.</summary>
    public static IQueryable<Case> At(AppDb db, IQueryable<Case> cases, PaperPlace place)
    {
        var there = Of(db, cases).Where(p => p.Place == place).Select(p => p.CaseId);
        return cases.Where(c => there.Contains(c.Id));
    }
}

/// <summary>A case and where its paper is.</summary>
internal sealed class PlacedCase
{
    public required Guid CaseId { get; init; }

    public required PaperPlace Place { get; init; }
}
