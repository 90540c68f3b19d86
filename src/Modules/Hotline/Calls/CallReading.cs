using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

/// <summary>Composes the page of one call: who it is to us, its form while it is to be recorded, and what became of it.</summary>
internal sealed class CallReading(AppDb db, CallDesk desk, OrderDesk orders, CallHints hints, PermissionTable table)
{
    public async Task<CallView> View(HttpContext http, Guid id, CallInput? typed, FormErrors errors, CancellationToken ct)
    {
        var line = await ListCalls.Lines(db.Calls.AsNoTracking().Where(c => c.Id == id), db).FirstOrDefaultAsync(ct) ?? throw new NotThere();
        var (call, by, row) = (line.Call, await orders.ActBy(http.Act(), ct), ListCalls.Row(line, desk));
        var (takes, open) = (http.Visitor.May(table, CallSlices.Take), call.Can(CallVerb.TakeOrder));
        var talks = takes && open && call.AgentId == http.Visitor.Actor.AccountId;
        var form = !takes || (!open && typed is null) ? null : typed ?? CallInput.Blank with { Order = new() { Phone = (talks ? desk.Whole(call) : null) ?? "" } };
        var lists = form is null ? null : await RecordOrder.View(db, form.Order, errors, ct);
        var order = call.OrderId is { } made ? await db.Orders.AsNoTracking().Where(o => o.Id == made).Select(o => new CallOrderView(o.Id, o.Number, o.Title, o.QueryCode, o.Due)).FirstOrDefaultAsync(ct) : null;
        // the code opens the progress: told by who took the call down, and of a matter under secrecy by nobody else
        var told = takes && (!line.Secret || call.AgentId == http.Visitor.Actor.AccountId);
        return new(row, (talks ? desk.Whole(call) : null) ?? row.Number, form, errors, lists?.Areas ?? [], lists?.Units ?? [], InvalidCall.Choices(by.Act.Today), await hints.Of(call, form, by, ct))
        {
            Order = told ? order : order is null ? null : order with { QueryCode = "" }, AnsweredAt = call.AnsweredAt, EndedAt = call.EndedAt, InvalidReason = call.InvalidReason, Note = call.Note,
            MayListen = await ListenToCall.May(http, call, db, table, ct),
        };
    }
}
