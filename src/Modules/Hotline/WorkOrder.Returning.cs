using Yimen.Hotline.Coordination;
using Yimen.Hotline.Reminders;
using Yimen.Hotline.Returns;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Hotline;

/// <summary>退单, 移交 — when a unit says that another should handle it.</summary>
internal sealed partial class WorkOrder
{
    public OrderReturn? OpenReturn => returns.Find(r => r.IsOpen);

    /// <summary>申请退单 — within the working day, a unit once, with article and proposed unit. The clock runs on; the order's second return raises supervision and goes to coordination.</summary>
    public void AskReturn(ReturnDraft draft, Act act)
    {
        MustBeAble(OrderVerb.AskReturn);
        MayReturn(act);
        MayGiveBack(draft);
        Move(OrderVerb.AskReturn, act, new Change("退单理由", null, draft.Reason), new("依据", null, draft.Basis), new("建议单位", null, draft.Proposed.Value));
        returns.Add(Made(draft, transfer: false, act));
        if (returns.Count(r => !r.Transfer) > 1)
        {
            Raise("第二次申请退单", draft.Id, act);
        }
    }

    /// <summary>申请移交 — after signing; only an approved transfer frees the first signer.</summary>
    public void AskTransfer(ReturnDraft draft, Act act)
    {
        MustBeAble(OrderVerb.AskTransfer);
        MayReturn(act);
        MayGiveBack(draft);
        Move(OrderVerb.AskTransfer, act, new Change("移交理由", null, draft.Reason), new("依据", null, draft.Basis), new("建议单位", null, draft.Proposed.Value));
        returns.Add(Made(draft, transfer: true, act));
    }

    /// <summary>同意退单 — back to the dispatcher's desk, to be sent to another unit. The clock was never stopped.</summary>
    public void GrantReturn(Act act, LegalClock clock)
    {
        MustBeAble(OrderVerb.GrantReturn);
        var asked = OpenReturn ?? throw new RuleViolation("no-return", "没有等待答复的退单或者移交申请。");
        Move(OrderVerb.GrantReturn, act, new Change("原单位", Unit?.Value, null));
        asked.Answer(true, act);
        CurrentDispatch!.End(act);
        LapseExtension("工单已退回", act);
        EndStop(act.Today, clock);
        (Unit, HandlerId) = (null, null);
    }

    /// <summary>驳回退单 — the unit keeps it.</summary>
    public void RefuseReturn(Act act)
    {
        MustBeAble(OrderVerb.RefuseReturn);
        var asked = OpenReturn ?? throw new RuleViolation("no-return", "没有等待答复的退单或者移交申请。");
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "驳回须写明理由。");
        }

        Move(OrderVerb.RefuseReturn, act);
        asked.Answer(false, act);
    }

    /// <summary>What forbids to give it back whatever the grounds: said before anybody fills the form.</summary>
    /// <exception cref="RuleViolation"><c>return-open</c>, <c>return-once</c>, <c>return-late</c>.</exception>
    public void MayReturn(Act act)
    {
        MustBeOurs(act);
        var unsigned = State == Contracts.OrderState.Dispatched;
        _ = OpenReturn is not null ? throw new RuleViolation("return-open", "已有一项申请等待答复。")
            : unsigned && returns.Exists(r => r.Unit == Unit && !r.Transfer) ? throw new RuleViolation("return-once", "贵单位对本单已经申请过一次退单，不能再退。确属职责争议的，请签收后申请移交，或由热线办提请协调。")
            : unsigned && act.Today > CurrentDispatch!.ReturnBy ? throw new RuleViolation("return-late", $"退单申请应在派单后一个工作日内提出，最迟为 {CurrentDispatch.ReturnBy:yyyy-MM-dd}，现已超过。")
            : 0;
    }

    private void MayGiveBack(ReturnDraft draft)
    {
        _ = draft.Basis.Length == 0 ? throw new RuleViolation("basis", "请写明依据的法律条款或者职责文件。")
            : draft.Proposed == Unit ? throw new RuleViolation("proposed-self", "建议的承办单位不能是本单位。")
            : 0;
    }

    private OrderReturn Made(ReturnDraft draft, bool transfer, Act act) => new()
    {
        Id = draft.Id, Unit = Unit!.Value, Transfer = transfer, Reason = draft.Reason, Basis = draft.Basis, Proposed = draft.Proposed, ByName = act.By.Name, At = act.Now, On = act.Today,
    };

    // returned twice, or handled again for the third time: somebody above looks at it
    private void Raise(string why, Guid id, Act act)
    {
        Raised = true;
        Trail.Add(new Change("升级督办", null, why));
        if (Unit is { } unit)
        {
            reminders.Add(new OrderReminder { Level = ReminderLevel.Supervision, Unit = unit, Why = why, ByName = act.By.Name, At = act.Now, On = act.Today });
        }

        if (OpenCoordination is null)
        {
            coordinations.Add(new OrderCoordination { Id = id, Why = why, ByName = act.By.Name, At = act.Now });
        }
    }
}
