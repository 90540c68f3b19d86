using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Hotline;

/// <summary>What a verb is given: by whom and when, the county's clock, and the rules of the day.</summary>
internal sealed record OrderAct(Act Act, LegalClock Clock, OrderLimits Limits, IdSource Ids)
{
    /// <summary>What may be chosen, by day.</summary>
    public OrderCodes Codes { get; init; } = OrderCodes.Shipped;

    public Guid NewId() => Ids.NewId(Act.Now);
}

/// <summary>A verb to be called on an order.</summary>
internal sealed record OrderChange(Func<WorkOrder, OrderAct, Task> Verb)
{
    public OrderChange(Action<WorkOrder, OrderAct> verb)
        : this((o, by) =>
        {
            verb(o, by);
            return Task.CompletedTask;
        })
    {
    }

    public string? Reason { get; init; }

    /// <summary>Instead of the request's idempotency key, where one request makes several changes.</summary>
    public string? Key { get; init; }

    /// <summary>The version that the form or the If-Match header carried.</summary>
    public int? Version { get; init; }

    /// <summary>The state in words as the form showed it.</summary>
    public string? Seen { get; init; }

    /// <summary>What was written in the form, for whoever was overtaken.</summary>
    public IReadOnlyList<FieldPair> Typed { get; init; } = [];
}

/// <summary>How staff reach an order: found only within their scope, changed only over the version they saw.</summary>
internal sealed class OrderDesk(AppDb db, Writer writer, Calendars calendars, PermissionTable table, CountyScope scope, IdSource ids, OrderConsequences consequences)
{
    /// <summary>To be looked at, with everything that belongs to it.</summary>
    /// <exception cref="NotThere">There is none, or it is not theirs.</exception>
    public async Task<WorkOrder> Find(HttpContext http, Guid id, string verb, CancellationToken ct) =>
        Reached(http, await scope.County.ReadOrder(id, ct), verb);

    private WorkOrder Reached(HttpContext http, WorkOrder? found, string verb) => found?.IsWithin(http.Visitor, table, verb) == true ? found : throw new NotThere();

    public async Task<LegalClock> Clock(CancellationToken ct) => await calendars.Of(scope.County, db, ct);

    // read once a request: its form and its verb go by the same rules
    private (DateOnly Day, OrderLimits Of)? limits;
    private OrderCodes? codes;

    public async Task<OrderAct> ActBy(Act act, CancellationToken ct) => new(act, await Clock(ct), await LimitsOn(act.Today, ct), ids) { Codes = await Codes(ct) };

    public async Task<OrderLimits> LimitsOn(DateOnly day, CancellationToken ct)
    {
        if (limits?.Day != day)
        {
            limits = (day, await db.OrderLimitsOn(day, ct));
        }

        return limits!.Value.Of;
    }

    /// <summary>The room's tables of codes.</summary>
    public async Task<OrderCodes> Codes(CancellationToken ct) => codes ??= await db.OrderCodes(ct);

    /// <summary>Loads the order within the visitor's scope, holds the posted version against it, calls the verb and carries on what follows from it, all in one write.</summary>
    /// <returns>The order as it was saved; null when this request was carried out before.</returns>
    public async Task<WorkOrder?> Change(HttpContext http, Guid id, string verb, OrderChange change, CancellationToken ct)
    {
        var by = await ActBy(http.Act(change.Reason), ct);
        WorkOrder? changed = null;
        await writer.Write(by.Act, change.Key ?? http.IdempotencyKey, async () =>
        {
            var found = Reached(http, await db.LoadOrder(id, ct), verb);
            if (change.Version is { } seen && seen != found.Trail.Count)
            {
                throw new StaleForm(await Conflict(found, change, ct));
            }

            await Carry(found, change.Verb, by, ct);
            changed = found;
            return true;
        }, ct);
        return changed;
    }

    /// <summary>Calls the verb, and does what follows from it: others that follow it are answered, people are told, the city hears of it.</summary>
    public async Task Carry(WorkOrder order, Func<WorkOrder, OrderAct, Task> verb, OrderAct by, CancellationToken ct)
    {
        var before = consequences.Before(order);
        await verb(order, by);
        await consequences.After(order, before, by, ct);
    }

    private async Task<ConflictView> Conflict(WorkOrder found, OrderChange change, CancellationToken ct)
    {
        var last = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == WorkOrder.MatterKind && j.MatterId == found.Id).OrderByDescending(j => j.Number).FirstAsync(ct);
        return new($"工单 {found.Number}", last.ActorName, last.At, [new("状态", change.Seen, Label.Of(found.State)), new("最近一步", "（您尚未保存）", last.Verb), .. change.Typed], found.Href);
    }
}
