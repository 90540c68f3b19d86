using Yimen.Cases.Contracts;
using Yimen.Cases.Deferrals;
using Yimen.Cases.Materials;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Platform.Ui;

namespace Yimen.Cases;

/// <summary>容缺: accepted without a material that may come later; nothing is decided until it is there.</summary>
internal sealed partial class Case
{
    private readonly List<Deferral> deferrals = [];

    public IReadOnlyList<Deferral> Deferrals => deferrals;

    /// <summary>容缺承诺 — the applicant signs to hand in the given materials after acceptance.</summary>
    /// <param name="materials">What is promised: the material's order and the new row's id.</param>
    /// <param name="within">Working days from acceptance.</param>
    public IReadOnlyList<Deferral> PromiseLater(IReadOnlyList<(int Order, Guid Id)> materials, int within, Act act)
    {
        CaseLifecycle.Table.After(State, State == CaseState.Draft ? CaseVerb.Save : CaseVerb.Accept);
        var later = new MaterialWay(MaterialHow.Later);
        var chosen = materials.Select(m => (Material: MaterialOf(m.Order), m.Id)).ToList();
        chosen.ForEach(m => m.Material.Check(later)); // all or none
        List<Deferral> promised = [.. chosen.Where(m => !deferrals.Exists(d => d.Order == m.Material.Order && d.SuppliedOn is null)).Select(m => new Deferral { Id = m.Id, Order = m.Material.Order, Name = m.Material.Name, Days = within, SignedBy = Applicant.Agent.Length > 0 ? Applicant.Agent : Applicant.Name, PromisedAt = act.Now })];
        var changes = chosen.Where(m => m.Material.How != MaterialHow.Later).Select(m => m.Material.Meet(later)).ToList();
        deferrals.AddRange(promised);
        if (promised.Count + changes.Count > 0)
        {
            Trail.Note(act, "容缺承诺", null, null, [.. changes, new Change("补交期限", null, $"受理后 {within} 个工作日")]);
        }

        return promised;
    }

    /// <summary>补交 — a promised material is there: at a window in some way, or as a file. Late is better than never.</summary>
    public void MakeUp(int order, MaterialWay way, Act act) => MakeUp(order, material => way.How is MaterialHow.None or MaterialHow.Later
        ? throw new RuleViolation("still-owed", $"请选择“{material.Name}”实际提交的方式。")
        : [material.Meet(way)], act);

    /// <summary>补交 online.</summary>
    public void MakeUp(int order, Guid fileId, string fileName, Act act) => MakeUp(order, material =>
    {
        material.Attach(fileId, fileName);
        return [new Change(material.Name, Label.Of(MaterialHow.Later), material.Words)];
    }, act);

    private void MakeUp(int order, Func<CaseMaterial, IEnumerable<Change>> meet, Act act)
    {
        var owed = Owing(order);
        if (ClosedOn is not null)
        {
            throw new RuleViolation("decided", "办件已经办结，不再接收补交的材料。");
        }

        var changes = meet(MaterialOf(order)).ToList();
        owed.SuppliedOn = act.Today;
        Trail.Note(act, "容缺补交", null, null, changes);
    }

    /// <summary>容缺延长 — once, by the unit, with its reason, after the day has passed or while it runs.</summary>
    public void ExtendDeferral(int order, int days, Act act, LegalClock clock)
    {
        var owed = Owing(order);
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "延长补交期限须写明原因。");
        }

        if (owed.ExtendedOn is not null || owed.Due is not { } due)
        {
            throw new RuleViolation("extended-once", owed.Due is null ? "还没有受理，补交期限尚未起算。" : "补交期限只能延长一次。请决定是否不予办理，或者终止办理。");
        }

        var from = due < act.Today ? act.Today : due;
        (owed.Due, owed.ExtendedOn, owed.ExtendedWhy, owed.LapsedOn, owed.WarnedOn) = (clock.Due(from, Period.Working(days)), act.Today, act.Reason, null, null);
        Trail.Note(act, "容缺延长", null, null, new Change($"“{owed.Name}”补交期限", $"{due:yyyy-MM-dd}", $"{owed.Due:yyyy-MM-dd}"));
    }

    /// <summary>容缺逾期 — the day has passed without the material: the unit is asked what is to become of the case.</summary>
    /// <returns>What lapsed with this call.</returns>
    public IReadOnlyList<Deferral> LapseDeferrals(Act act)
    {
        var lapsed = deferrals.Where(d => d.State == DeferralState.Owed && d.Due < act.Today).ToList();
        lapsed.ForEach(d => d.LapsedOn = act.Today);
        if (lapsed.Count > 0)
        {
            Trail.Note(act, "容缺逾期", null, null, [.. lapsed.Select(d => new Change(d.Name, $"最晚 {d.Due:yyyy-MM-dd}", Label.Of(DeferralState.Lapsed)))]);
        }

        return lapsed;
    }

    /// <summary>容缺提醒 — the applicant is told that the day comes near.</summary>
    /// <returns>What was to be reminded of.</returns>
    public IReadOnlyList<Deferral> RemindDeferrals(Act act, LegalClock clock, int ahead)
    {
        var near = deferrals.Where(d => d is { State: DeferralState.Owed, WarnedOn: null } && clock.Calendar.WorkdaysBetween(act.Today, d.Due!.Value) <= ahead).ToList();
        near.ForEach(d => d.WarnedOn = act.Today);
        if (near.Count > 0)
        {
            Trail.Note(act, "容缺提醒", null, null, [.. near.Select(d => new Change(d.Name, null, $"最晚 {d.Due:yyyy-MM-dd}"))]);
        }

        return near;
    }

    // whatever stands for a promised material now, it is not owed any more
    private void NoLongerOwed(CaseMaterial material, Act act) =>
        deferrals.Where(d => d.Order == material.Order && d.SuppliedOn is null && material.IsMet).ToList().ForEach(d => d.SuppliedOn = act.Today);

    // from acceptance on the promised days run
    private void BeginDeferrals(DateOnly from, LegalClock clock) =>
        deferrals.Where(d => d is { Due: null, SuppliedOn: null }).ToList().ForEach(d => d.Due = clock.Due(from, Period.Working(d.Days)));

    // nothing is granted without it; a denial for other reasons waits until the applicant's time is over
    private void CheckOwed(bool grant, DateOnly today)
    {
        var owed = deferrals.Where(d => d.SuppliedOn is null && (grant || d.Due >= today)).OrderBy(d => d.Order).ToList();
        if (owed.Count > 0)
        {
            var words = string.Join("、", owed.Select(d => $"“{d.Name}”（{(d.Due is { } due ? $"最晚{Dates.Day(due)}补交{(due < today ? "，已逾期" : "")}" : "受理后补交")}）"));
            throw new RuleViolation("materials-owed", $"容缺受理的材料还没有补齐：{words}。补齐后才能作出决定；逾期仍不补交的，可以延长一次，或者不予办理、终止办理。");
        }
    }

    private IEnumerable<TaskSpec> DeferralTasks => ClosedOn is null && deferrals.Where(d => d.State == DeferralState.Lapsed).OrderBy(d => d.Due).FirstOrDefault() is { } lapsed
        ? [new("deferral", $"容缺逾期：{ItemName}（{Applicant.Shown}）缺{lapsed.Name}", Roles.Approver, Unit, Due) { Href = $"/desk/cases/{Id}/deferrals" }]
        : [];

    private Deferral Owing(int order) => deferrals.Find(d => d.Order == order && d.SuppliedOn is null) ?? throw new RuleViolation("not-owed", "这份材料没有容缺，或者已经补交。");
}
