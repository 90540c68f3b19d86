using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Outages;

internal static class OutageData
{
    public static readonly Figure EnteredLate = Figure.Count("C48", "停机补录", "件", "期间内收件的办件中，系统停用时用应急凭证收件、事后补录的件数，按实际收件日期计。", (db, s) => Rows(db.Cases.Counted(), s)) with
    {
        Group = "办件",
        By = FigureBy.Unit | FigureBy.Window,
        LeftOut = (db, s) => Rows(db.Cases.Counted(leftOut: true), s),
    };

    extension(AppDb db)
    {
        public DbSet<BlankBatch> BlankBatches => db.Set<BlankBatch>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<BlankBatch>(e =>
        {
            e.ToTable("cases_blank_batch");
            e.Property(b => b.Id).ValueGeneratedNever();
            e.Property(b => b.Number).HasMaxLength(40);
            e.Property(b => b.Window).HasMaxLength(20);
            e.Ignore(b => b.NumberWanted);
            e.HasMany(b => b.Blanks).WithOne().HasForeignKey(b => b.BatchId);
            e.Navigation(b => b.Blanks).HasField("blanks");
            e.HasTrail();
        });
        model.Entity<Blank>(e =>
        {
            e.ToTable("cases_blank");
            e.Property(b => b.Number).HasMaxLength(50);
            e.Property(b => b.Window).HasMaxLength(20);
            e.HasIndex(b => b.Number).IsUnique();
            e.HasIndex(b => b.State);
        });
        model.Entity<LateEntryFact>(e =>
        {
            e.ToTable("cases_late_entry");
            e.HasKey(l => l.CaseId);
            e.Property(l => l.Blank).HasMaxLength(50);
            e.HasIndex(l => l.EnteredOn);
        });
        model.Entity<Case>(e =>
        {
            e.HasOne(c => c.LateEntry).WithOne().HasForeignKey<LateEntryFact>(l => l.CaseId);
            e.Ignore(c => c.MayAmend);
            e.HasIndex(c => new { c.Window, c.ReceivedOn });
        });
    }

    private static IQueryable<FigureRow> Rows(IQueryable<Case> cases, FigureScope scope)
    {
        var late = cases.Where(c => c.LateEntry != null && c.ReceivedOn >= scope.From && c.ReceivedOn < scope.To);
        late = scope.Unit is { } unit ? late.Where(c => c.Unit == unit) : late;
        late = scope.Window is { } window ? late.Where(c => c.Window == window) : late;
        return late.Select(c => new FigureRow { Key = c.Number, Title = c.ItemName, Detail = c.LateEntry!.Blank, On = c.ReceivedOn, Href = "/desk/cases/" + c.Id, Origin = OriginCount.Late });
    }
}
