using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

/// <summary>Composes the page of one call: who it is to us, its form while it is to be recorded, and what became of it.</summary>
internal sealed class CallReading(AppDb db, CallDesk desk, OrderDesk orders, CallHints hints, PermissionTable table, CountyScope scope)
{
    public async Task<CallView> View(HttpContext http, Guid id, CallInput? typed, FormErrors errors, CancellationToken ct)
    {
        var line = await ListCalls.Lines(db.Calls.AsNoTracking().Where(c => c.Id == id), db).FirstOrDefaultAsync(ct) ?? throw new NotThere();
        var (call, by, row) = (line.Call, await orders.ActBy(http.Act(), ct), ListCalls.Row(line, desk));
        var (takes, open) = (http.Visitor.May(table, CallSlices.Take), call.Can(CallVerb.TakeOrder));
        var talks = takes && open && call.AgentId == http.Visitor.Actor.AccountId;
        var passed = takes && open && call.PassedBy(http.Visitor.Actor.AccountId);
        var left = typed is null && talks ? CallRecording.Left(call, scope.County.Keys) : null;
        var form = !takes || ((!open || passed) && typed is null) ? null : typed ?? left ?? CallInput.Blank with { Order = new() { Phone = (talks ? desk.Whole(call) : null) ?? "" } };
        var lists = form is null ? null : await RecordOrder.View(db, form.Order, errors, ct);
        var order = call.OrderId is { } made ? await db.Orders.AsNoTracking().Where(o => o.Id == made).Select(o => new CallOrderView(o.Id, o.Number, o.Title, o.QueryCode, o.Due)).FirstOrDefaultAsync(ct) : null;
        // the code opens the progress: told by who took the call down, and of a matter under secrecy by nobody else
        var told = takes && (!line.Secret || call.AgentId == http.Visitor.Actor.AccountId);
        return new(row, (talks ? desk.Whole(call) : null) ?? row.Number, form, errors, lists?.Areas ?? [], lists?.Units ?? [], [.. by.Codes.InvalidCalls(by.Act.Today).Select(r => new Choice(r.Code, r.Name))], await hints.Of(call, form, by, ct))
        {
            Order = told ? order : order is null ? null : order with { QueryCode = "" }, AnsweredAt = call.AnsweredAt, EndedAt = call.EndedAt, InvalidReason = call.InvalidReason, Note = call.Note,
            Transfers = [.. call.Transfers.Select(t => new CallTransferRow(t.At, t.FromName, t.ToName))], LeftBy = left is null || call.DraftBy == http.Visitor.Actor.Name ? "" : call.DraftBy, Passed = passed,
            MayListen = await ListenToCall.May(http, call, db, table, ct),
        };
    }
}
