using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Journal;

namespace Yimen.Knowledge;

internal sealed partial class Article
{
    /// <summary>The day by which it must be looked at again; null when it is not in use.</summary>
    public DateOnly? RecheckDue => rechecks.Where(r => r.IsOpen).Select(r => (DateOnly?)r.Due).Min();

    /// <summary>提醒复审 — the day comes near and the recheck is laid into the owner's inbox.</summary>
    /// <returns>Whether there was one to call.</returns>
    public bool Call(DateOnly upTo, Act act)
    {
        var near = rechecks.FindAll(r => r.IsOpen && r.CalledOn is null && r.Due <= upTo);
        if (near.Count == 0)
        {
            return false;
        }

        near.ForEach(r => r.Call(act));
        Turn(ArticleVerb.Call, act, new Change("复审期限", null, $"{near.Min(r => r.Due):yyyy-MM-dd}"));
        return true;
    }

    /// <summary>提醒复审 — an item or a policy changed: the answer must be looked at before its own day comes. One of a kind is open at a time.</summary>
    /// <returns>Whether one was opened.</returns>
    public bool Demand(Guid id, RecheckKind kind, (string Why, DateOnly Due) of, Act act)
    {
        ArticleLifecycle.Articles.After(State, ArticleVerb.Call);
        if (rechecks.Exists(r => r.IsOpen && r.Kind == kind))
        {
            return false;
        }

        rechecks.Add(Recheck.Demand(id, Id, kind, of, act));
        Turn(ArticleVerb.Call, act, new Change(Label.Of(kind), null, of.Why), new Change("复审期限", null, $"{of.Due:yyyy-MM-dd}"));
        return true;
    }

    /// <summary>确认有效 — the owner has looked at it again and stands by it as it is, until another day.</summary>
    /// <param name="validTo">The new last day; null: until it is changed.</param>
    /// <exception cref="RuleViolation"><c>valid-past</c>, <c>reason</c>, <c>wrong-state</c>.</exception>
    public void Confirm(DateOnly? validTo, (Guid Id, DateOnly Latest) next, Act act)
    {
        ArticleLifecycle.Articles.After(State, ArticleVerb.Confirm);
        if (validTo < act.Today)
        {
            throw new RuleViolation("valid-past", "新的有效期不能早于今天。");
        }

        if (act.Reason is null && rechecks.Exists(r => r.IsOpen && r.Kind != RecheckKind.Scheduled))
        {
            throw new RuleViolation("reason", "事项或政策有变动，确认答复不用修改时请写明理由。");
        }

        var before = ValidTo;
        ValidTo = validTo;
        Turn(ArticleVerb.Confirm, act, new Change("有效期至", Words.Day(before, "长期"), Words.Day(validTo, "长期")));
        Settle(RecheckOutcome.Confirmed, act);
        Begin(next, act);
    }

    /// <summary>下架 — it is no longer given as an answer, with the reason that stays in its story.</summary>
    public void TakeDown(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "下架条目须写明原因。");
        }

        Turn(ArticleVerb.TakeDown, act);
        Settle(RecheckOutcome.TakenDown, act);
        End(act.Today);
    }

    /// <summary>归档 — it will not come back; who asks for its history still finds it.</summary>
    public void Archive(Act act)
    {
        if (Working is not null)
        {
            throw new RuleViolation("change-open", "这个条目有一个版本正在编写或审核，请先放弃它，再归档。");
        }

        Turn(ArticleVerb.Archive, act);
    }

    private void Settle(RecheckOutcome outcome, Act act) => rechecks.FindAll(r => r.IsOpen).ForEach(r => r.Close(outcome, act));

    /// <summary>From now on it stands ready again; the next look is due at the latest on its last day.</summary>
    private void Begin((Guid Id, DateOnly Latest) next, Act act)
    {
        LookedAt = act.Now;
        End(act.Today);
        daysInUse.Add(InUse.Begin(this, ValidFrom > act.Today ? ValidFrom : act.Today));
        rechecks.Add(Recheck.Schedule(next.Id, Id, ValidTo is { } last && last < next.Latest ? last : next.Latest, act));
    }

    private void End(DateOnly on) => daysInUse.FindAll(d => d.To is null).ForEach(d => d.End(on));
}
