using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Channels;

/// <summary>
/// Carries urgent contacts on: begun with the dispatch and ended with the signature, each in the order's own write; in between by the clock and by what became of
/// the letters. Everything it decides on stands in the database, and each letter has a key of its own: a run after a restart goes on, and sends nothing twice.
/// </summary>
internal sealed class UrgentCalling(AppDb db, Writer writer, ContactPlans plans, Outbox outbox, CountyScope scope, DeliverySettings settings, IdSource ids)
{
    /// <summary>What follows from a verb of the order.</summary>
    public async Task After(WorkOrder o, OrderBefore before, OrderAct by, CancellationToken ct)
    {
        if (o.State == OrderState.Dispatched && before.State != OrderState.Dispatched)
        {
            await Begin(o, by.Act, by.Limits, ct);
        }
        else if (before.State == OrderState.Dispatched && (o.State != OrderState.Dispatched || o.Returns.Count > before.Returns) && await db.OpenContactOf(o.Id, ct) is { } contact)
        {
            await Finish(contact, o.State switch { OrderState.Dispatched => "申请退单", OrderState.Received => "已退单，等待重新派单", _ => "签收工单" }, o.State == OrderState.Received, by.Act, ct);
        }
    }

    /// <summary>开始联络 — for an urgent order that lies unsigned with its unit, unless it has begun since the dispatch.</summary>
    public async Task Begin(WorkOrder o, Act act, OrderLimits limits, CancellationToken ct)
    {
        if (o.Urgency == Urgency.Ordinary || o.OpenReturn is not null || o.CurrentDispatch is not { } dispatch || await db.UrgentContacts.AnyAsync(c => c.OrderId == o.Id && c.BeganAt >= dispatch.At, ct))
        {
            return;
        }

        var codes = await db.OrderCodes(ct);
        var contact = UrgentContact.Begin(ids.NewId(act.Now), o, $"{Label.Of(o.Urgency)}·{Label.Of(o.Type)}·{codes.ClassName(o.ContentClass, o.ReceivedOn)}", limits[OrderLimitCode.UrgentAcknowledge], act);
        db.Add(contact);
        await GoOn(contact, false, act, ct);
    }

    /// <summary>Calls on whoever is next. A channel that is closed, and a person who is away, is noted and passed over at once; when nobody is left the office has it.</summary>
    /// <param name="beyond">The person whose turn it is had their time.</param>
    public async Task GoOn(UrgentContact contact, bool beyond, Act act, CancellationToken ct)
    {
        var plan = await plans.On(contact.Unit, act.Today, ct);
        while (contact.Next(plan, beyond) is { } step)
        {
            var attempt = contact.Reach(step, act);
            beyond = false;
            if (attempt.Result is not (AttemptResult.Closed or AttemptResult.Away))
            {
                await Write(contact, attempt, step, act, ct);
                return;
            }
        }

        contact.GiveUp(act);
    }

    /// <summary>Known, or over: what still lies in the outbox is withdrawn.</summary>
    public async Task Finish(UrgentContact contact, string how, bool over, Act act, CancellationToken ct)
    {
        if (contact.OpenAttempt is { Result: AttemptResult.Laid } open && await LetterOf(contact, open, ct) is { } letter)
        {
            letter.Withdraw(act.Now);
        }

        if (over)
        {
            contact.End(how, act);
        }
        else
        {
            contact.Acknowledge(how, act);
        }
    }

    /// <summary>Looks at every contact that waits: a letter that failed makes room for the next channel at once, and who had their time for the next person.</summary>
    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        var act = new Act(Actor.System, now);
        foreach (var waiting in await db.UrgentContacts.AsNoTracking().Where(c => c.State == UrgentState.Calling).OrderBy(c => c.BeganAt).ThenBy(c => c.Id).ToListAsync(ct))
        {
            if (waiting.Until > now && !Tells(waiting.OpenAttempt is { } open ? await LetterOf(waiting, open, ct) : null, now))
            {
                continue;
            }

            db.ChangeTracker.Clear();
            try
            {
                await writer.Write(act, async () => await Look(await db.UrgentContacts.FirstAsync(c => c.Id == waiting.Id, ct), act, ct), ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // somebody signed in this moment: the next run looks again
            }

            db.ChangeTracker.Clear();
        }
    }

    private async Task Look(UrgentContact contact, Act act, CancellationToken ct)
    {
        if (contact.State != UrgentState.Calling)
        {
            return;
        }

        var lapsed = contact.Until <= act.Now;
        var failed = false;
        if (contact.OpenAttempt is { Result: AttemptResult.Laid } laid && await LetterOf(contact, laid, ct) is { } letter && (lapsed || Tells(letter, act.Now)))
        {
            letter.Withdraw(act.Now);
            failed = letter.State != OutboxState.Sent;
            contact.Settle(laid, failed ? AttemptResult.Failed : AttemptResult.Sent, failed ? letter.LastError ?? "没有发出" : "", act);
        }

        if (lapsed && contact.OpenAttempt is { } unmade)
        {
            contact.Settle(unmade, AttemptResult.Lapsed, "", act);
        }

        if (lapsed || failed)
        {
            await GoOn(contact, lapsed, act, ct);
        }
    }

    // a letter that was tried and did not arrive is not waited for: its next attempt is minutes away
    private static bool Tells(OutboxMessage? letter, DateTimeOffset now) => letter is not null && (letter.State != OutboxState.Waiting || (letter.LastError is not null && !letter.IsInHand(now)));

    private Task<OutboxMessage?> LetterOf(UrgentContact contact, ContactAttempt attempt, CancellationToken ct)
    {
        var key = Key(contact, attempt);
        return db.Set<OutboxMessage>().FirstOrDefaultAsync(m => m.DedupeKey == key, ct);
    }

    private static string Key(UrgentContact contact, ContactAttempt attempt) => $"urgent/{contact.Id:N}/{attempt.Sequence}";

    // nothing of the caller, and not the title, in which callers are named now and then
    private async Task Write(UrgentContact contact, ContactAttempt attempt, ContactStep step, Act act, CancellationToken ct)
    {
        var subject = $"紧急工单待签收：{contact.OrderNumber}";
        var body = $"{contact.What} 工单 {contact.OrderNumber} 已派给贵单位，请在 {Dates.Clock(contact.Until)} 前签收，或者打开后确认“已知悉”。过时将联系下一位联络人。";
        var href = $"/desk/orders/{contact.OrderId}/acknowledgement";
        var link = settings.Desk(scope.County.Code) is { } desk ? desk + href : null;
        await outbox.Add(act, Letter.ToAccount(step.Account, subject, body) with { Matter = contact.Ref, Href = href, DedupeKey = $"urgent/{contact.Id:N}/{step.Post}/{step.Account:N}" }, ct);
        Letter? letter = step.Way switch
        {
            ContactWay.WeCom => Letter.WeCom(contact.Unit, step.Address, subject, body),
            ContactWay.Sms => Letter.Sms(step.Address, subject, link is null ? body : $"{body} {link}"),
            _ => null,
        };
        if (letter is not null)
        {
            await outbox.Add(act, letter with { Matter = contact.Ref, Link = link, DedupeKey = Key(contact, attempt) }, ct);
        }
    }
}
