using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Devices;
using Yimen.Cases.Receipt;
using Yimen.Cases.Reception;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.SameVisit;

/// <summary>一次多件 — several items in one visit: one applicant, each material once, a case for each item, one receipt.</summary>
internal static class VisitPages
{
    public const int MostItems = 8;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/bundles/new", Show).RequirePermission(CasePermissions.Receive);
        app.MapPost("/desk/bundles", Post).RequirePermission(CasePermissions.Receive);
        // the address of a form that was refused, opened anew: where items are chosen
        app.MapGet("/desk/bundles", (HttpContext http) => Page.Then(http, "/desk/reception")).RequirePermission(CasePermissions.Receive);
        app.MapGet("/desk/bundles/{id:guid}/receipt", Receipt).RequirePermission(CasePermissions.Read);
    }

    private static async Task<IResult> Show(HttpContext http, Guid[] item, VisitReading reading, CounterWindows counter, CancellationToken ct)
    {
        if (item.Distinct().Count() is < 2 or > MostItems)
        {
            return Page.Then(http, "/desk/reception", $"一次多件请勾选 2 至 {MostItems} 个事项。");
        }

        return Page.Of<VisitPage>(http, await reading.View(http, [.. item.Distinct()], new ReceptionInput { Window = await counter.Usual(http, ct) }, new(), ct));
    }

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, VisitReading reading, CancellationToken ct)
    {
        List<Guid> items = [.. form["item"].Select(i => Guid.TryParse(i, out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty).Distinct()];
        if (items.Count is < 2 or > MostItems)
        {
            return Page.Then(http, "/desk/reception", $"一次多件请勾选 2 至 {MostItems} 个事项。");
        }

        var (input, errors) = (ReceptionInput.From(form), new FormErrors());
        return await reading.Receive(http, items, input, errors, ct) is { } visit
            ? Page.Then(http, $"/desk/bundles/{visit}/receipt", $"已收件 {items.Count} 件，请打印收件凭证交申请人。")
            : Page.Again<VisitPage>(http, await reading.View(http, items, input, errors, ct));
    }

    private static async Task<IResult> Receipt(HttpContext http, Guid id, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var cases = await db.Cases.Real.Within(http.Visitor, table, CasePermissions.Read).Whole.AsNoTracking().Where(c => c.VisitId == id).OrderBy(c => c.Number).ToListAsync(ct);
        if (cases.Count == 0)
        {
            throw new NotThere();
        }

        var receipts = new List<ReceiptView>();
        foreach (var c in cases)
        {
            receipts.Add(await PrintReceipt.View(http, c, db, $"/desk/cases/{c.Id}", ct));
        }

        return Page.Of<VisitReceiptPage>(http, new VisitReceiptView(receipts, http.Visitor.May(table, CasePermissions.Receive) ? "/desk/reception" : $"/desk/cases/{cases[0].Id}", BridgePort.Of(http)));
    }
}

/// <param name="Back">To the next in the queue, or to the case for who only reads.</param>
/// <param name="Bridge">The port of this computer's device bridge.</param>
public sealed record VisitReceiptView(IReadOnlyList<ReceiptView> Cases, string Back, int Bridge);
