using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Outages;

/// <summary>作废 — a blank that was spoilt or lost; its number is never given again.</summary>
internal static class VoidBlank
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/outages/blanks/{id:long}/voiding", async (HttpContext http, long id, AppDb db, PermissionTable table, CancellationToken ct) =>
            Page.Of<VoidPage>(http, await View(http, id, db, table, new(), ct))).RequirePermission(CounterPermissions.Outages);
        app.MapPost("/desk/outages/blanks/{id:long}/voiding", Post).RequirePermission(CounterPermissions.Outages);
    }

    private static async Task<IResult> Post(HttpContext http, long id, IFormCollection form, AppDb db, Writer writer, PermissionTable table, CancellationToken ct)
    {
        var reason = http.Request.Text("reason", 200);
        if (reason.Length < 2)
        {
            var errors = new FormErrors();
            errors.Add("reason", "请写明作废的原因，例如：填写错误。");
            return Page.Again<VoidPage>(http, await View(http, id, db, table, errors, ct));
        }

        var (view, act) = (await View(http, id, db, table, new(), ct), http.Act(reason));
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var batch = await db.BlankBatches.Include(b => b.Blanks).FirstAsync(b => b.Blanks.Any(x => x.Id == id), ct);
            batch.Void(view.Number, act);
            return true;
        }, ct);
        return Page.Then(http, ListBlanks.Here, $"应急凭证 {view.Number} 已作废。");
    }

    private static async Task<VoidView> View(HttpContext http, long id, AppDb db, PermissionTable table, FormErrors errors, CancellationToken ct)
    {
        var batches = db.BlankBatches.AsNoTracking().Within(http.Visitor, table, CounterPermissions.Outages);
        var found = await db.Set<Blank>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == id && batches.Any(x => x.Id == b.BatchId), ct) ?? throw new NotThere();
        BlankBatch.Lifecycle.After(found.State, BlankVerb.Void);
        return new(id, found.Number, errors);
    }
}

public sealed record VoidView(long Id, string Number, FormErrors Errors);
