using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Yimen.Cases.Devices;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases;

/// <summary>Shows a verb's page, and carries the verb out: the same for all of them.</summary>
internal static class VerbPages
{
    public static async Task<IResult> Show<TPage>(HttpContext http, Guid id, CaseVerb verb, string permission, CaseDesk desk, CancellationToken ct)
        where TPage : IComponent
    {
        var found = await desk.Find(http, id, permission, ct);
        CaseLifecycle.Table.After(found.State, verb);
        return Page.Of<TPage>(http, await View(http, found, desk, new(), ct));
    }

    /// <summary>The page again at 422, with what was typed and what is wrong.</summary>
    public static async Task<IResult> Again<TPage>(HttpContext http, Guid id, string permission, FormErrors errors, CaseDesk desk, CancellationToken ct)
        where TPage : IComponent
    {
        var found = await desk.Find(http, id, permission, ct);
        return Page.Again<TPage>(http, await View(http, found, desk, errors, ct));
    }

    /// <summary>Carries the verb out over the version that the form saw and returns to the case.</summary>
    public static async Task<IResult> Do(HttpContext http, Guid id, string permission, CaseChange change, CaseDesk desk, string notice, CancellationToken ct)
    {
        await desk.Change(http, id, permission, change with
        {
            Version = http.Request.SeenVersion,
            Seen = http.Request.Form["seen"].FirstOrDefault(),
            Typed = change.Typed.Count > 0 ? change.Typed : TypedWords.Of(http.Request.Form),
        }, ct);
        return Page.Then(http, $"/desk/cases/{id}", notice);
    }

    /// <summary>What every verb's page shows; pages that show more hold it.</summary>
    public static async Task<VerbView> View(HttpContext http, Case c, CaseDesk desk, FormErrors errors, CancellationToken ct)
    {
        var clock = await desk.Clock(http, ct);
        var view = new VerbView(c.Id, c.Number, c.ItemName, Label.Of(c.State), c.Trail.Count, CaseDeadline.Of(ClockRow.Of(c), clock, http.Act().Today, $"/desk/cases/{c.Id}/clock"), errors) { Phrases = await desk.Phrases(http, ct), Bridge = BridgePort.Of(http) };
        return http.Request.HasFormContentType
            ? view with { Typed = http.Request.Form.ToDictionary(f => f.Key, f => f.Value.FirstOrDefault() ?? "") }
            : view;
    }
}
