using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Hotline;

/// <summary>What the dispatcher settles in one form.</summary>
internal sealed record DispatchDraft(OrderType Type, string ContentClass, Urgency Urgency, UnitId Unit, IReadOnlyList<UnitId> Assisting, string Basis)
{
    public string Topic { get; init; } = "";

    /// <summary>Where it happened, as the dispatcher read it; null keeps what stands.</summary>
    public AreaCode? Area { get; init; }

    /// <summary>Of the type as the dispatcher settled it.</summary>
    public required OrderTerms Terms { get; init; }

    public required SignLimits Signing { get; init; }
}

/// <summary>How long a unit has to sign, and to give back.</summary>
/// <param name="Days">Working days for ordinary orders.</param>
/// <param name="UrgentMinutes">Minutes for urgent ones, day and night (ruling 36).</param>
/// <param name="ReturnDays">Working days in which an order may be given back.</param>
internal sealed record SignLimits(int Days, int UrgentMinutes, int ReturnDays);

/// <summary>From the dispatcher's desk into a unit's hands.</summary>
internal sealed partial class WorkOrder
{
    /// <summary>The dispatch in force; null before the first and after a return.</summary>
    public OrderDispatch? CurrentDispatch => dispatches.Find(d => d.EndedOn is null);

    /// <summary>派单 — one unit leads, others assist; type, class and urgency are settled with it, and the county's last day is computed.</summary>
    public void Dispatch(DispatchDraft draft, Act act, LegalClock clock)
    {
        MustBeAble(OrderVerb.Dispatch);
        if (draft.Basis.Length == 0)
        {
            throw new RuleViolation("basis", "派单须写明依据：职责、类似工单或者协调决定。");
        }

        if (draft.Unit == ReportedUnit)
        {
            throw new RuleViolation("reported-unit", "本单反映的就是这个单位，不能派给它自己办理。请派给它的主管单位或者监督单位。");
        }

        if (draft.Assisting.Contains(draft.Unit))
        {
            throw new RuleViolation("lead-assists", "主办单位不能同时是协办单位。");
        }

        var (type, urgency) = (Type, Urgency);
        Move(OrderVerb.Dispatch, act, new Change("主办单位", Unit?.Value, draft.Unit.Value), new("协办单位", null, string.Join(' ', draft.Assisting)), new("依据", null, draft.Basis));
        (Type, ContentClass, Urgency, Topic, Unit, HandlerId) = (draft.Type, draft.ContentClass, draft.Urgency, draft.Topic, draft.Unit, null);
        if (draft.Area is { } area && area != Area)
        {
            Trail.Add(new Change("区划", Area.Value, area.Value));
            (Area, Town) = (area, area.Value[..9]);
        }

        Terms = Rehandlings > 0 ? Terms : draft.Terms;
        SetDue(clock);
        Trail.Add(new Change("类型", Label.Of(type), Label.Of(Type)));
        Trail.Add(new Change("紧急程度", Label.Of(urgency), Label.Of(Urgency)));
        Trail.Add(new Change("县办结期限", null, $"{Due:yyyy-MM-dd}"));
        dispatches.Add(new OrderDispatch
        {
            Unit = draft.Unit, Basis = draft.Basis, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now, On = act.Today, SignBy = SignBy(draft, act, clock),
            ReturnBy = clock.Due(act.Today, Period.Working(draft.Signing.ReturnDays))!.Value,
        });
        assists.AddRange(draft.Assisting.Where(u => !assists.Exists(a => a.Unit == u)).Select(u => new OrderAssist { Unit = u, At = act.Now }));
    }

    /// <summary>签收 — the unit takes it; who signs stays responsible until a transfer is approved (首办责任制).</summary>
    public void SignFor(Act act)
    {
        MustBeAble(OrderVerb.SignFor);
        MustBeOurs(act);
        if (OpenReturn is not null)
        {
            throw new RuleViolation("return-open", "退单申请还没有答复，先等热线办答复再签收。");
        }

        Move(OrderVerb.SignFor, act, new Change("签收时限", null, $"{ChinaTime.Local(CurrentDispatch!.SignBy):yyyy-MM-dd HH:mm}"));
        CurrentDispatch!.Sign(act);
        HandlerId = act.By.AccountId;
    }

    /// <summary>开始办理 — on the spot, with the first photographs or without.</summary>
    public void Begin(Act act)
    {
        MustBeAble(OrderVerb.Begin);
        MustBeOurs(act);
        Move(OrderVerb.Begin, act);
    }

    /// <summary>协办反馈 — an assisting unit says what it found in its part.</summary>
    public void Assist(string opinion, Act act)
    {
        MustBeAble(OrderVerb.Assist);
        var asked = assists.Find(a => a.Unit == act.By.Unit && a.AnsweredAt is null) ?? throw new RuleViolation("not-assisting", "贵单位不是本单的协办单位，或者已经反馈。");
        Move(OrderVerb.Assist, act, new Change("协办单位", null, asked.Unit.Value));
        asked.Answer(opinion, act);
    }

    private static DateTimeOffset SignBy(DispatchDraft draft, Act act, LegalClock clock) => draft.Urgency == Urgency.Ordinary
        ? ChinaTime.StartOf(clock.Due(act.Today, Period.Working(draft.Signing.Days))!.Value.AddDays(1))
        : ElapsedClock.Due(act.Now, TimeSpan.FromMinutes(draft.Signing.UrgentMinutes));
}
