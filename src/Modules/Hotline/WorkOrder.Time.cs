using Yimen.Hotline.Contracts;
using Yimen.Hotline.Extensions;
using Yimen.Hotline.Suspensions;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Hotline;

/// <summary>The order's clock: the type's limit, the city's day, extension, suspensions. One computation, whatever moved it.</summary>
internal sealed partial class WorkOrder
{
    public OrderSuspension? OpenSuspension => suspensions.Find(s => s.EndedOn is null);

    public IReadOnlyList<Stop> Stops => [.. suspensions.Select(s => new Stop(s.BeganOn, s.EndedOn, s.Ground))];

    /// <summary>Working days of the limit: of the type, or fewer where the city's last day comes sooner.</summary>
    public int LimitDays(LegalClock clock) => CityDue is { } city
        ? Math.Min(Terms.LimitDays, Math.Max(0, clock.Consumed(CountedFrom, city) - Terms.LeadDays))
        : Terms.LimitDays;

    /// <summary>申请延期 — once, before the day has passed, never for 咨询, at most as long as the limit was.</summary>
    public void AskExtension(int days, string why, Act act)
    {
        MayExtend(act);
        _ = days < 1 || days > Terms.LimitDays ? throw new RuleViolation("extension-days", $"延期应为 1 至 {Terms.LimitDays} 个工作日，不超过原办理期限。")
            : why.Length == 0 ? throw new RuleViolation("reason", "申请延期须写明理由。")
            : 0;
        Move(OrderVerb.AskExtension, act, new Change("申请天数", null, $"{days}"), new("理由", null, why));
        Extension = new OrderExtension { Days = days, Why = why, ByName = act.By.Name, At = act.Now };
    }

    /// <summary>What forbids an extension whatever is asked: said before anybody fills the form.</summary>
    /// <exception cref="RuleViolation"><c>no-extension</c>, <c>extended-once</c>, <c>extension-late</c>.</exception>
    public void MayExtend(Act act)
    {
        MustBeAble(OrderVerb.AskExtension);
        MustBeOurs(act);
        _ = Type == OrderType.Consultation ? throw new RuleViolation("no-extension", "咨询类工单不能延期。")
            : Extension is not null ? throw new RuleViolation("extended-once", "延期只能申请一次，本单已经申请过。")
            : Due is { } due && act.Today > due ? throw new RuleViolation("extension-late", $"延期应在期限届满前申请，本单期限为 {due:yyyy-MM-dd}。")
            : 0;
    }

    /// <summary>同意延期 — by the hotline office; never past the city's own day, which the city alone moves.</summary>
    public void GrantExtension(Act act, LegalClock clock)
    {
        MustBeAble(OrderVerb.GrantExtension);
        var asked = OpenExtension;
        if (CityDue is { } city && clock.Due(CountedFrom, Period.Working(LimitDays(clock)), Stops, asked.Days) > city)
        {
            throw new RuleViolation("city-due", $"延期后超过市平台期限 {city:yyyy-MM-dd}，请先向市平台申请延期。");
        }

        Move(OrderVerb.GrantExtension, act, new Change("延期天数", null, $"{asked.Days}"));
        asked.Answer(true, act.Reason ?? "", act);
        ExtraDays = asked.Days;
        SetDue(clock);
        Trail.Add(new Change("县办结期限", null, $"{Due:yyyy-MM-dd}"));
    }

    /// <summary>驳回延期 — with the reason.</summary>
    public void RefuseExtension(Act act)
    {
        MustBeAble(OrderVerb.RefuseExtension);
        var asked = OpenExtension;
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "驳回须写明理由。");
        }

        Move(OrderVerb.RefuseExtension, act);
        asked.Answer(false, act.Reason, act);
    }

    /// <summary>向市申请延期 — the city is asked to move its day; its answer comes as a message.</summary>
    public void AskCity(DateOnly until, Act act)
    {
        MustBeAble(OrderVerb.AskCity);
        _ = CityDue is not { } city ? throw new RuleViolation("not-from-city", "本单没有市平台期限，不用向市申请。")
            : until <= city ? throw new RuleViolation("city-day", $"申请的期限应晚于市平台期限 {city:yyyy-MM-dd}。")
            : act.Today > city ? throw new RuleViolation("extension-late", "市平台期限已过，不能再申请延期。")
            : act.Reason is null ? throw new RuleViolation("reason", "向市申请延期须写明理由。")
            : 0;
        Move(OrderVerb.AskCity, act, new Change("申请延至", null, $"{until:yyyy-MM-dd}"));
    }

    /// <summary>市平台改期 — the city moved its day; the county's follows.</summary>
    public void TakeCityDue(DateOnly due, Act act, LegalClock clock)
    {
        MustBeAble(OrderVerb.TakeCityDue);
        Move(OrderVerb.TakeCityDue, act, new Change("市平台期限", $"{CityDue:yyyy-MM-dd}", $"{due:yyyy-MM-dd}"));
        CityDue = due;
        SetDue(clock);
    }

    /// <summary>挂起 — on a ground of the list the clock stands.</summary>
    public void Suspend(string ground, string why, Act act, LegalClock clock)
    {
        MustBeAble(OrderVerb.Suspend);
        _ = OpenSuspension is not null ? throw new RuleViolation("paused", $"计时已经暂停（{Paused}）。")
            : ground.Length == 0 ? throw new RuleViolation("ground", "请选择挂起的情形。")
            : why.Length == 0 ? throw new RuleViolation("reason", "挂起须写明理由。")
            : 0;
        Move(OrderVerb.Suspend, act, new Change("情形", null, ground), new("理由", null, why));
        suspensions.Add(new OrderSuspension { Ground = ground, Why = why, ByName = act.By.Name, BeganOn = act.Today });
        SetDue(clock);
    }

    /// <summary>恢复办理 — the cause is gone; counting resumes.</summary>
    public void Resume(Act act, LegalClock clock)
    {
        MustBeAble(OrderVerb.Resume);
        if (OpenSuspension is null)
        {
            throw new RuleViolation("not-paused", "本单没有挂起。");
        }

        Move(OrderVerb.Resume, act);
        EndStop(act.Today, clock);
        Trail.Add(new Change("县办结期限", null, $"{Due:yyyy-MM-dd}"));
    }

    /// <summary>重算期限 — after the calendar changed; true when the day moved.</summary>
    public bool Recompute(LegalClock clock, Act act)
    {
        var before = Due;
        if (ClosedOn is not null || State == OrderState.FollowUp)
        {
            return false;
        }

        SetDue(clock);
        if (before == Due)
        {
            return false;
        }

        Trail.Note(act, "重算期限", null, null, new Change("县办结期限", $"{before:yyyy-MM-dd}", $"{Due:yyyy-MM-dd}"));
        return true;
    }

    private OrderExtension OpenExtension => Extension is { IsOpen: true } open ? open : throw new RuleViolation("no-extension-asked", "没有等待答复的延期申请。");

    private void LapseExtension(string why, Act act)
    {
        if (Extension is { IsOpen: true } open)
        {
            open.Answer(false, why, act);
        }
    }

    private void EndStop(DateOnly on, LegalClock clock)
    {
        OpenSuspension?.End(on);
        SetDue(clock);
    }

    private void SetDue(LegalClock clock)
    {
        CalendarVersion = clock.Calendar.Version;
        Due = clock.Due(CountedFrom, Period.Working(LimitDays(clock)), Stops, ExtraDays);
        Paused = OpenSuspension?.Ground;
    }
}
