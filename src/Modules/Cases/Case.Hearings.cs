using Yimen.Cases.Hearings;
using Yimen.Cases.Limits;
using Yimen.Cases.Motions;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>听证: told, asked for, held, recorded. While it lasts the clock stands (行政许可法 第四十五条); the decision follows the record (第四十八条).</summary>
internal sealed partial class Case
{
    public CaseHearing? Hearing { get; private set; }

    /// <summary>告知听证权利 — before a decision that touches a weighty interest between the applicant and others (行政许可法 第四十七条).</summary>
    /// <param name="within">Within which period a hearing may be asked for.</param>
    public CaseHearing TellHearing(string why, IReadOnlyList<HearingParty> parties, Act act, LegalClock clock, Period within)
    {
        UnitHears(act);
        if (Hearing is not null)
        {
            throw new RuleViolation("hearing-told", "听证权利已经告知过。");
        }

        var told = new CaseHearing { Why = why, ToldOn = act.Today, ToldBy = act.By.Name, RequestBy = clock.Due(act.Today, within)!.Value }.With(parties);
        Move(CaseVerb.TellHearing, act, new Change("重大利益关系", null, why), new Change("利害关系人", null, told.PartyNames));
        return Hearing = told;
    }

    /// <summary>送达听证文书 — letters to parties reached them: the days to ask count from then for whom the right was told (行政许可法 第四十七条).</summary>
    /// <param name="within">Within which period a hearing may be asked for.</param>
    public void ServeHearing(IReadOnlyList<HearingService> services, Act act, LegalClock clock, Period within)
    {
        UnitHears(act);
        var hearing = Hearing ?? throw new RuleViolation("no-hearing", "本办件没有告知听证权利。");
        var served = services.Select(s => hearing.Served(s, act)).ToList();
        Move(CaseVerb.ServeHearing, act, [.. served.Select(s => new Change($"{Label.Of(s.Letter.What)}（{Masking.Name(s.Party)}）", null, $"{s.Letter.ServedOn:yyyy-MM-dd} {s.Letter.Note}".TrimEnd()))]);
        hearing.Take([.. served.Select(s => s.Letter)]);
        hearing.RequestBy = hearing.LastToAsk(clock, _ => within);
    }

    /// <summary>申请听证 — by the applicant or a party that was told, within its days; from today, which still counts, the clock stands.</summary>
    public CaseHearing RequestHearing(Guid suspensionId, HearingRequest asked, Act act, LegalClock clock, CaseLimits limits)
    {
        var hearing = Told(CaseVerb.RequestHearing, act);
        if (!asked.ByApplicant && hearing.Parties.All(p => p.Name != asked.By))
        {
            throw new RuleViolation("no-party", hearing.Parties.Count == 0 ? "本办件没有告知过利害关系人，不能以利害关系人的名义申请听证。" : $"告知过的利害关系人是{hearing.PartyNames}，没有{asked.By}。", "行政许可法 第四十七条");
        }

        var holdBy = clock.Due(act.Today, limits.Days(CaseLimitCode.HearingHeld))!.Value;
        Move(CaseVerb.RequestHearing, act, new Change("听证申请人", null, Masking.Name(asked.By)), new Change("组织听证期限", null, $"{holdBy:yyyy-MM-dd}"));
        hearing.Request(asked, holdBy, act);
        suspensions.Add(new CaseSuspension
        {
            Id = suspensionId, Special = true, OfHearing = true, Ground = "听证", Why = asked.ByApplicant ? "申请人依法申请听证" : "利害关系人依法申请听证",
            PlannedDays = limits[CaseLimitCode.HearingHeld], ApprovedBy = act.By.Name, BeganOn = act.Today,
        });
        SetPaused(clock);
        return hearing;
    }

    /// <summary>放弃听证 — all who were told want none; the unit need not wait for the days to pass.</summary>
    public void WaiveHearing(string statement, Act act)
    {
        var hearing = Told(CaseVerb.WaiveHearing, act);
        Move(CaseVerb.WaiveHearing, act, new Change("放弃听证", null, statement));
        (hearing.WaivedOn, hearing.Statement) = (act.Today, statement);
    }

    /// <summary>通知听证 — time, place and chair, so many days before; who examined the application does not preside (行政许可法 第四十八条). A new notice puts it off.</summary>
    public CaseHearing NotifyHearing(HearingPlan plan, Act act, LegalClock clock, CaseLimits limits)
    {
        UnitHears(act);
        if (Hearing is not { Stage: HearingStage.Requested or HearingStage.Notified } hearing)
        {
            throw new RuleViolation("no-hearing", "没有等待组织的听证。");
        }

        if (plan.ChairId == Reviewer || opinions.Exists(o => o.ById == plan.ChairId))
        {
            throw new RuleViolation("chair-reviews", "主持人不能是审查该申请的工作人员。", "行政许可法 第四十八条");
        }

        var (day, first) = (ChinaTime.DateOf(plan.At), clock.Due(act.Today, limits.Days(CaseLimitCode.HearingNotice))!.Value);
        if (day < first)
        {
            throw new RuleViolation("hearing-notice", $"举行听证应当提前 {limits[CaseLimitCode.HearingNotice]} 个工作日通知，最早可以定在{Chinese.Date(first)}。", "行政许可法 第四十八条");
        }

        // who is late already still holds it, on the first day that the notice leaves
        if (day > hearing.HoldBy && day > first)
        {
            throw new RuleViolation("hearing-late", $"应当在{Chinese.Date(hearing.HoldBy!.Value)}以前组织听证。", "行政许可法 第四十七条");
        }

        Move(CaseVerb.NotifyHearing, act, new("时间", null, $"{ChinaTime.Local(plan.At):yyyy-MM-dd HH:mm}"), new("地点", hearing.Place.Length == 0 ? null : hearing.Place, plan.Place), new Change("主持人", null, plan.ChairName));
        hearing.Notify(plan, act);
        return hearing;
    }

    /// <summary>听证笔录 — what was said and shown; the clock goes on the next working day.</summary>
    public CaseHearing RecordHearing(string attended, string record, Act act, LegalClock clock)
    {
        UnitHears(act);
        if (Hearing is not { Stage: HearingStage.Notified } hearing || act.Now < hearing.At)
        {
            throw new RuleViolation("not-held", "听证还没有举行，不能制作笔录。");
        }

        Move(CaseVerb.RecordHearing, act, new Change("到场人员", null, attended));
        hearing.Write(attended, record, act);
        foreach (var stop in suspensions.Where(s => s is { OfHearing: true, EndedOn: null }))
        {
            (stop.EndedOn, stop.Result) = (act.Today, "已制作听证笔录");
        }

        SetPaused(clock);
        Trail.Add(new Change("承诺办结日", null, $"{Due:yyyy-MM-dd}"));
        return hearing;
    }

    // still to be answered, and in time
    private CaseHearing Told(CaseVerb verb, Act act)
    {
        CaseLifecycle.Table.After(State, verb);
        return Hearing switch
        {
            null => throw new RuleViolation("no-hearing", "本办件没有告知听证权利。"),
            { Stage: not HearingStage.Told } answered => throw new RuleViolation("hearing-answered", $"听证{Label.Of(answered.Stage)}，不能重复提出。"),
            { RequestBy: var last } asking when !asking.Asks(act.Today) => throw new RuleViolation("hearing-late", $"申请听证的期限到{Chinese.Date(last)}为止，已经届满。", "行政许可法 第四十七条"),
            var told => told,
        };
    }

    private void UnitHears(Act act)
    {
        if (act.By.Unit != Unit)
        {
            throw new RuleViolation("unit-decides", "听证由决定机关组织。");
        }
    }

    // who presided does not examine, whichever came first
    private void CheckChair(Act act)
    {
        if (Hearing?.ChairId == act.By.AccountId)
        {
            throw new RuleViolation("chair-reviews", "您是本办件听证的主持人，不能审查该申请。", "行政许可法 第四十八条");
        }
    }

    private void CheckHearing(DateOnly today)
    {
        if (Hearing is { } hearing && hearing.Holds(today))
        {
            throw new RuleViolation("hearing-open", hearing.Stage == HearingStage.Told
                ? hearing.Parties.Any(p => p.AwaitsRight) ? "听证权利告知书还没有送达全部利害关系人，送达后期满或者放弃以后才能作出决定。" : $"申请人和利害关系人可以在{Chinese.Date(hearing.RequestBy)}以前申请听证，期满或者放弃以后才能作出决定。"
                : "听证还没有结束，应当根据听证笔录作出决定。", "行政许可法 第四十八条");
        }
    }

    private void SetPaused(LegalClock clock)
    {
        Paused = suspensions.LastOrDefault(s => s.EndedOn is null)?.Words;
        SetDue(clock);
    }
}
