using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Grievances;

internal static class GrievanceData
{
    private const string Answerable = "期间内登记、已经到了答复期限或已经答复的反映；不予登记的不计。";

    /// <summary>What is open moves with the calendar.</summary>
    public static readonly DeadlineKeeper Keeper = new("办不成事反映", async (db, clock, act, ct) =>
        (await db.Grievances.Where(g => g.State == GrievanceState.Recorded || g.State == GrievanceState.Dispatched).ToListAsync(ct)).Count(g => g.Recompute(clock, act)));

    public static readonly IReadOnlyList<Figure> Figures =
    [
        Count("C42", "办不成事反映", "期间内登记的反映件数，按登记日期计，含窗口、网上和电话。", (db, s) => Recorded(db, s)),
        Count("C43", "口头拒绝反映", "期间内登记的反映中，反映人称被口头拒绝的件数。", (db, s) => Recorded(db, s).Where(g => g.RefusedOrally)),
        Count("C44", "应答复反映", Answerable, Due),
        Count("C45", "按时答复反映", "应答复反映中，首次答复日期不晚于答复期限的件数。", (db, s) => Due(db, s).Where(g => g.FirstAnsweredOn <= g.FirstDue)),
        Figure.Percent("C46", "反映按时答复率", "C45", "C44", "按时答复反映 ÷ 应答复反映。") with { Group = "办件", By = FigureBy.Unit | FigureBy.Window },
        Count("C47", "反映办结", "期间内由中心审核办结的反映件数，按办结日期计；原因构成见办不成事原因月表。", (db, s) =>
            Narrowed(db, s).Where(g => g.ClosedOn >= s.From && g.ClosedOn < s.To)),
    ];

    extension(AppDb db)
    {
        public DbSet<Grievance> Grievances => db.Set<Grievance>();
    }

    extension(IQueryable<Grievance> rows)
    {
        public IQueryable<Grievance> Whole => rows.Include(g => g.Answers);

        /// <summary>Not answered though the day has passed.</summary>
        public IQueryable<Grievance> Late(DateOnly today) => rows.Where(g => (g.State == GrievanceState.Recorded || g.State == GrievanceState.Dispatched) && g.Due < today);
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<Grievance>(e =>
        {
            e.ToTable("cases_grievance");
            e.Property(g => g.Id).ValueGeneratedNever();
            e.Property(g => g.Number).HasMaxLength(20);
            e.Property(g => g.QueryCode).HasMaxLength(6);
            e.Property(g => g.Window).HasMaxLength(20);
            e.Property(g => g.Cause).HasMaxLength(4);
            e.Property(g => g.PhoneIndex).HasMaxLength(64);
            e.Ignore(g => g.NumberWanted).Ignore(g => g.Href).Ignore(g => g.IsOpen);
            e.HasMany(g => g.Answers).WithOne().HasForeignKey(a => a.GrievanceId);
            e.Navigation(g => g.Answers).HasField("answers");
            e.HasTrail();
            e.HasIndex(g => g.Number);
            e.HasIndex(g => new { g.State, g.Due });
            e.HasIndex(g => g.RecordedOn);
            e.HasIndex(g => new { g.ClosedOn, g.Cause });
            e.HasIndex(g => new { g.AccountId, g.RecordedAt });
        });
        model.Entity<GrievanceAnswer>().ToTable("cases_grievance_answer");
    }

    private static IQueryable<Grievance> Recorded(AppDb db, FigureScope s) => Narrowed(db, s).Where(g => g.RecordedOn >= s.From && g.RecordedOn < s.To);

    // what was due on the day looked at, or had its answer by then
    private static IQueryable<Grievance> Due(AppDb db, FigureScope s) => Recorded(db, s)
        .Where(g => g.State != GrievanceState.Declined && (g.FirstDue < s.AsOf || g.FirstAnsweredOn <= s.AsOf));

    private static IQueryable<Grievance> Narrowed(AppDb db, FigureScope scope)
    {
        var rows = db.Grievances.AsQueryable();
        rows = scope.Unit is { } unit ? rows.Where(g => g.Unit == unit) : rows;
        return scope.Window is { } window ? rows.Where(g => g.Window == window) : rows;
    }

    private static Figure Count(string id, string name, string definition, Func<AppDb, FigureScope, IQueryable<Grievance>> which) =>
        Figure.Count(id, name, "件", definition, (db, s) => which(db, s).Select(g => new FigureRow
        {
            Key = g.Number, Title = g.ItemName == "" ? g.Matter : g.ItemName, Detail = g.Number, On = g.RecordedOn, Href = "/desk/grievances/" + g.Id,
        })) with
        { Group = "办件", By = FigureBy.Unit | FigureBy.Window };
}
