using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Devices;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Receipt;

/// <summary>收件凭证 — number, query code, what was handed in, and a QR that leads to the progress.</summary>
internal static class PrintReceipt
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/cases/{id:guid}/receipt", Show).RequirePermission(CasePermissions.Read);

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, AppDb db, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Read, ct);
        return Page.Of<ReceiptPage>(http, await View(http, found, db, $"/desk/cases/{id}", ct) with { Bridge = BridgePort.Of(http) });
    }

    /// <summary>The receipt as clerk and applicant print it.</summary>
    public static async Task<ReceiptView> View(HttpContext http, Case c, AppDb db, string back, CancellationToken ct)
    {
        var unit = await db.UnitRefs.Where(u => u.Id == c.Unit).Select(u => u.Name).FirstOrDefaultAsync(ct) ?? c.Unit.Value;
        var progress = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/progress?number={c.Number}&code={c.QueryCode}";
        return new(c.Number, c.QueryCode, c.ItemName, unit, c.Applicant.Name, c.FiledAt!.Value, Label.Of(c.Channel) + (c.Window is null ? "" : " " + c.Window),
            c.Terms.Promised.ToString(), [.. c.Materials.OrderBy(m => m.Order).Where(m => m.How != MaterialHow.None).Select(m => new PaperLine(m.Name, m.How == MaterialHow.Uploaded ? Label.Of(m.How) : m.Words))],
            progress, back);
    }
}

public sealed record PaperLine(string Name, string How);

public sealed record ReceiptView(
    string Number, string QueryCode, string Item, string Unit, string Applicant, DateTimeOffset At, string Channel,
    string Promised, IReadOnlyList<PaperLine> Papers, string ProgressUrl, string Back)
{
    /// <summary>The port of this computer's device bridge, whose receipt printer may print it; null on the applicant's own page.</summary>
    public int? Bridge { get; init; }
}
