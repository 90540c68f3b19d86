using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Days;

internal static class DayData
{
    public static readonly IReadOnlyList<Figure> Figures =
    [
        Count("C49", "窗口日结", "期间内已日结或已说明差额待批准的窗口班次数，按日结的那一天计，一人一窗一天为一次。", d => d),
        Count("C50", "有差额的日结", "窗口日结中，收件数与去向不平或抽屉实数不符、靠说明结账的次数。", d => d.Where(x => x.Explanation != "")),
    ];

    extension(AppDb db)
    {
        public DbSet<DayClosing> DayClosings => db.Set<DayClosing>();

        /// <summary>What this clerk took in on paper at this window on this day; what was entered later counts on the day of its entry.</summary>
        public IQueryable<Case> TakenIn(Guid clerk, string window, DateOnly day) => db.Cases.Real.Where(c =>
            c.ReceivedBy == clerk && c.Window == window && c.Materials.Any(m => m.How == MaterialHow.OriginalSeen || m.How == MaterialHow.OriginalKept || m.How == MaterialHow.Copy) && (c.LateEntry == null ? c.ReceivedOn == day : c.LateEntry.EnteredOn == day));
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<DayClosing>(e =>
        {
            e.ToTable("cases_day");
            e.Property(d => d.Id).ValueGeneratedNever();
            e.Property(d => d.Window).HasMaxLength(20);
            e.Ignore(d => d.Balances).Ignore(d => d.Href);
            e.HasMany(d => d.Lines).WithOne().HasForeignKey(l => l.DayId);
            e.Navigation(d => d.Lines).HasField("lines");
            e.HasTrail();
            // a day at a window is closed once
            e.HasIndex(d => new { d.Day, d.Window, d.ById }).IsUnique();
        });
        model.Entity<DayLine>(e =>
        {
            e.ToTable("cases_day_line");
            e.Property(l => l.CaseNumber).HasMaxLength(40);
            e.HasIndex(l => l.CaseId);
        });
    }

    private static Figure Count(string id, string name, string definition, Func<IQueryable<DayClosing>, IQueryable<DayClosing>> which) =>
        Figure.Count(id, name, "次", definition, (db, s) =>
        {
            var rows = which(db.DayClosings.Where(d => d.State != DayState.SentBack && d.Day >= s.From && d.Day < s.To));
            rows = s.Window is { } window ? rows.Where(d => d.Window == window) : rows;
            return rows.Select(d => new FigureRow { Key = d.Id.ToString(), Title = d.Window + " " + d.ByName, On = d.Day, Href = "/desk/days/" + d.Id });
        }) with
        { Group = "办件", By = FigureBy.Window };
}
