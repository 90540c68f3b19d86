using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.Appraisal;

internal static class AppraisalMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<AppraisalSheet>(e =>
        {
            e.ToTable("hotline_appraisal").Ignore(s => s.Key).Ignore(s => s.Name).Ignore(s => s.Href);
            e.Property(s => s.Id).ValueGeneratedNever();
            e.HasMany(s => s.Lines).WithOne().HasForeignKey(l => l.SheetId);
            e.HasMany(s => s.Exclusions).WithOne().HasForeignKey(x => x.SheetId);
            e.HasMany(s => s.Objections).WithOne().HasForeignKey(o => o.SheetId);
            e.HasMany(s => s.Receipts).WithOne().HasForeignKey(r => r.SheetId);
            e.Navigation(s => s.Lines).HasField("lines");
            e.Navigation(s => s.Receipts).HasField("receipts");
            e.Navigation(s => s.Exclusions).HasField("exclusions");
            e.Navigation(s => s.Objections).HasField("objections");
            e.HasTrail();
            // one sheet a month, whoever makes it first
            e.HasIndex(s => s.Month).IsUnique();
        });
        model.Entity<AppraisalLine>(e =>
        {
            e.ToTable("hotline_appraisal_line");
            e.Property(l => l.UnitName).HasMaxLength(100);
            e.HasMany(l => l.Marks).WithOne().HasForeignKey(m => m.LineId);
            e.Navigation(l => l.Marks).HasField("marks");
            e.HasIndex(l => new { l.SheetId, l.Unit });
        });
        model.Entity<AppraisalMark>().ToTable("hotline_appraisal_mark");
        model.Entity<AppraisalExclusion>(e =>
        {
            e.ToTable("hotline_appraisal_exclusion").Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Number).HasMaxLength(20);
            e.Property(x => x.Why).HasMaxLength(600);
            e.HasIndex(x => new { x.OrderId, x.Criterion });
        });
        // a unit reads once, however many of it press at once
        model.Entity<AppraisalReceipt>().ToTable("hotline_appraisal_receipt").HasIndex(r => new { r.SheetId, r.Unit }).IsUnique();
        OverdueSpan.Map(model);
        model.Entity<AppraisalObjection>(e =>
        {
            e.ToTable("hotline_appraisal_objection").Property(o => o.Id).ValueGeneratedNever();
            e.Property(o => o.Number).HasMaxLength(20);
            e.Property(o => o.Why).HasMaxLength(500);
        });
    }

    extension(IQueryable<AppraisalSheet> sheets)
    {
        /// <summary>With everything that belongs to it.</summary>
        public IQueryable<AppraisalSheet> Whole => sheets.Include(s => s.Lines).ThenInclude(l => l.Marks).Include(s => s.Exclusions).Include(s => s.Objections).Include(s => s.Receipts).AsSplitQuery();
    }
}
