using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Handovers;

/// <summary>How staff reach a batch: the counter any of its own, a unit those with itself at the other end.</summary>
internal sealed class HandoverDesk(AppDb db, Writer writer, IdSource ids, PermissionTable table, DocumentRegister register, Calendars calendars, CountyScope scope)
{
    private static readonly DocumentKind Slip = new("handover-slip", "物料流转清单", "流");

    public IQueryable<Handover> Seen(HttpContext http)
    {
        if (http.Visitor.ScopesFor(table, PaperPermissions.ReadHandovers).Any(s => s.Unit is null && s.Area is null))
        {
            return db.Handovers;
        }

        var units = http.Visitor.ScopesFor(table, PaperPermissions.ReadHandovers).Where(s => s.Unit is not null).Select(s => s.Unit!.Value).ToList();
        var areas = http.Visitor.ScopesFor(table, PaperPermissions.ReadHandovers).Where(s => s.Area is not null).Select(s => s.Area!.Value).ToList();
        var windows = db.WindowRefs.Where(w => areas.Contains(w.Area)).Select(w => w.Code);
        return db.Handovers.Where(h => units.Contains(h.Unit) || windows.Contains(h.Window));
    }

    public async Task<Handover> Find(HttpContext http, Guid id, CancellationToken ct) =>
        await Seen(http).Include(h => h.Lines).AsNoTracking().FirstOrDefaultAsync(h => h.Id == id, ct) ?? throw new NotThere();

    /// <summary>Whether the visitor acts for the side that puts together and hands over, or for the side that receives.</summary>
    public bool Gives(HttpContext http, Handover h) => ActsFor(http, h, h.Way == HandoverWay.ToCounter);

    public bool Takes(HttpContext http, Handover h) => ActsFor(http, h, h.Way == HandoverWay.ToUnit);

    private bool ActsFor(HttpContext http, Handover h, bool unitSide) => unitSide
        ? http.Visitor.May(table, PaperPermissions.HandUnit, h.Unit)
        : http.Visitor.May(table, PaperPermissions.HandCounter);

    public async Task<Guid> Begin(HttpContext http, HandoverRoute route, CancellationToken ct)
    {
        var act = http.Act();
        var run = (await db.Runs(ct)).Next(act.Now, (await calendars.Of(scope.County, db, ct)).Calendar);
        return await writer.Write(act, http.IdempotencyKey, () =>
        {
            var begun = Handover.Begin(ids.NewId(act.Now), route, run, act);
            db.Add(begun);
            return Task.FromResult(begun.Id);
        }, ct);
    }

    /// <summary>Calls a verb in one write; only for the side whose act it is.</summary>
    public async Task Change(HttpContext http, Guid id, bool giving, Func<Handover, Act, Task> verb, CancellationToken ct, string? reason = null)
    {
        var act = http.Act(reason);
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var found = await Seen(http).Include(h => h.Lines).FirstOrDefaultAsync(h => h.Id == id, ct) ?? throw new NotThere();
            if (!(giving ? Gives(http, found) : Takes(http, found)))
            {
                throw new NotThere();
            }

            await verb(found, act);
            return true;
        }, ct);
    }

    /// <summary>扫入 by the number as scanned or typed.</summary>
    public async Task Put(HttpContext http, Handover h, string number, Act act, CancellationToken ct)
    {
        var found = await db.Cases.Real.Within(http.Visitor, table, CasePermissions.Read).Include(c => c.Materials).FirstOrDefaultAsync(c => c.Number == number, ct)
            ?? throw new RuleViolation("no-case", $"没有查到受理编号 {number}，请核对凭证上的编号。");
        if (h.Way == HandoverWay.ToCounter && found.DecidedOn is null)
        {
            throw new RuleViolation("no-result", $"办件 {number} 还没有办理结果，不能交回窗口。");
        }

        h.Put(found, await PlaceOf(found.Id, ct), act);
    }

    /// <summary>全部扫入 — everything of this unit that waits here, the oldest first, as far as the batch holds.</summary>
    public async Task<int> PutAll(HttpContext http, Handover h, Act act, CancellationToken ct)
    {
        var here = db.Cases.Real.Within(http.Visitor, table, CasePermissions.Read).Where(c => c.Unit == h.Unit);
        here = h.Way == HandoverWay.ToCounter ? here.Where(c => c.DecidedOn != null) : h.Window.Length > 0 ? here.Where(c => c.Window == h.Window) : here;
        var open = db.Handovers.Where(x => x.State == HandoverState.Open).SelectMany(x => x.Lines).Select(l => l.CaseId);
        var all = await PaperPlaces.At(db, here, h.Wanted).Where(c => !open.Contains(c.Id)).Include(c => c.Materials).OrderBy(c => c.FiledAt).ThenBy(c => c.Id)
            .Take(Handover.Most - h.Lines.Count).ToListAsync(ct);
        all.ForEach(c => h.Put(c, h.Wanted, act));
        return all.Count;
    }

    /// <summary>交出 — the list is made, and nothing in it may have gone elsewhere meanwhile.</summary>
    public async Task HandOver(Handover h, Act act, CancellationToken ct)
    {
        var all = h.Lines.Select(l => l.CaseId).ToList();
        var places = await db.PlacesOf(all, ct);
        var unit = await db.UnitRefs.Where(u => u.Id == h.Unit).Select(u => u.Name).FirstAsync(ct);
        var items = await db.Cases.Where(c => all.Contains(c.Id)).Select(c => new { c.Id, c.ItemName }).ToDictionaryAsync(c => c.Id, c => c.ItemName, ct);
        var from = h.Way == HandoverWay.ToUnit ? $"窗口 {h.Window}" : unit;
        var document = register.Issue(act, Slip, h.Ref, _ => new DocumentContent("物料流转清单", from, act.Today)
        {
            Addressee = h.Way == HandoverWay.ToUnit ? unit : $"窗口 {h.Window}",
            Parts =
            [
                new Paragraph($"流转单号：{h.Number}　　{Label.Of(h.Way)}　　班次：{Dates.Day(h.RunDay)} {h.RunTime:HH:mm}　　共 {h.Lines.Count} 件"),
                new TablePart(["序号", "受理编号", "事项", "份数", "收到"], [.. h.Lines.OrderBy(l => l.Order).Select((l, i) => (IReadOnlyList<string>)[$"{i + 1}", l.CaseNumber, items.GetValueOrDefault(l.CaseId, ""), $"{l.Sheets}", ""])]),
                new Paragraph($"交出人：{act.By.Name}　　交出时间：{Dates.Moment(act.Now)}　　接收人：　　　　　　接收时间："),
            ],
        });
        h.HandOver(document.Id, places, act);
    }

    private async Task<PaperPlace> PlaceOf(Guid id, CancellationToken ct) => (await db.PlacesOf([id], ct)).GetValueOrDefault(id);
}
