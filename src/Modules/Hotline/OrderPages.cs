using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Hotline;

/// <summary>Shows a verb's page, and carries the verb out: the same for all of them.</summary>
internal static class OrderPages
{
    public static async Task<IResult> Show<TPage>(HttpContext http, Guid id, OrderVerb verb, string permission, OrderDesk desk, CancellationToken ct)
        where TPage : IComponent
    {
        var found = await desk.Find(http, id, permission, ct);
        OrderLifecycle.Table.After(found.State, verb);
        return Page.Of<TPage>(http, await View(http, found, desk, new(), ct));
    }

    /// <summary>The page again, with what was typed and what is wrong.</summary>
    public static async Task<IResult> Again<TPage>(HttpContext http, Guid id, string permission, FormErrors errors, OrderDesk desk, CancellationToken ct, int status = StatusCodes.Status422UnprocessableEntity)
        where TPage : IComponent => Page.Of<TPage>(http, await View(http, await desk.Find(http, id, permission, ct), desk, errors, ct), status);

    /// <summary>Carries the verb out over the version that the form saw and returns to the order.</summary>
    public static async Task<IResult> Do(HttpContext http, Guid id, string permission, OrderChange change, OrderDesk desk, string notice, CancellationToken ct)
    {
        await desk.Change(http, id, permission, change with { Version = http.Request.SeenVersion, Seen = http.Request.Form["seen"].FirstOrDefault(), Typed = OrderTyped.Of(http.Request.Form) }, ct);
        return Page.Then(http, $"/desk/orders/{id}", notice);
    }

    /// <summary>What every verb's page shows; pages that show more hold it.</summary>
    public static async Task<OrderVerbView> View(HttpContext http, WorkOrder o, OrderDesk desk, FormErrors errors, CancellationToken ct)
    {
        var deadline = OrderDeadline.Of(OrderClockRow.Now(o), await desk.Clock(ct), http.Act().Today, $"{o.Href}/clock");
        var view = new OrderVerbView(o.Id, o.Number, o.Title, o.Content, Label.Of(o.State), o.Trail.Count, deadline, errors);
        return http.Request.HasFormContentType ? view with { Typed = http.Request.Form.ToDictionary(f => f.Key, f => f.Value.FirstOrDefault() ?? "") } : view;
    }
}

/// <summary>What every verb's short page shows of the order it is about.</summary>
public sealed record OrderVerbView(Guid Id, string Number, string Title, string Content, string State, int Version, DeadlineView Deadline, FormErrors Errors)
{
    /// <summary>What was typed, by field, when the page is shown again.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>();

    public string Of(string field) => Typed.GetValueOrDefault(field, "");

    public string Href => $"/desk/orders/{Id}";
}
