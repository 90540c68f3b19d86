using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Open311;

/// <summary>servicerequestupdates, the extension of mySociety's FixMyStreet: each public step of an order as an update, and updates of who had posted it.</summary>
internal sealed class Updates(AppDb db, Writer writer, OrderDesk desk, Open311Door door)
{
    private const string Root = "service_request_updates";

    // the statuses that FixMyStreet sends, in the words in which the office reads them
    private static readonly Dictionary<string, string> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["OPEN"] = "未解决", ["REOPEN"] = "重新提出", ["CLOSED"] = "已关闭", ["FIXED"] = "已解决", ["IN_PROGRESS"] = "处理中", ["INVESTIGATING"] = "调查中", ["ACTION_SCHEDULED"] = "已安排",
        ["DUPLICATE"] = "重复", ["NOT_COUNCILS_RESPONSIBILITY"] = "不属于职责", ["NO_FURTHER_ACTION"] = "不再处理", ["INTERNAL_REFERRAL"] = "内部转办", ["FOR_TRIAGE"] = "待分办", ["CANCELLED"] = "已撤销",
    };

    public async Task<GeoDocument> Read(HttpContext http, CancellationToken ct)
    {
        door.MustBeHere(http.Request.Query["jurisdiction_id"]);
        var (query, rule) = (RequestQuery.Of(http.Request.Query, http.Act().Now), new Publication(http.Act().Today, await db.GeoServices(ct)));
        var orders = rule.Listed(db.Orders).Where(o => query.Numbers.Count == 0 || query.Numbers.Contains(o.Number));
        var span = query.Numbers.Count == 0 ? (query.From, query.To) : (DateTimeOffset.UnixEpoch, http.Act().Now);
        var steps = (await PublicSteps.Between(db, orders, span, query.Skip + query.Size, ct)).Select(s => (s.At, Node: Node(s, rule)));
        var told = await (from u in db.Set<Open311Update>().AsNoTracking()
                          join o in orders on u.OrderId equals o.Id
                          where u.At >= span.Item1 && u.At <= span.Item2
                          orderby u.At, u.Id
                          select new { Update = u, o.Number, o.Source, o.ContentClass }).Take(query.Skip + query.Size).ToListAsync(ct);
        var both = steps.Concat(told.Where(t => rule.Shows(t.Source, t.ContentClass)).Select(t => (t.Update.At, Node: Node(t.Update, t.Number)))).OrderBy(s => s.At);
        return new(Root, new GeoList("request_update", [.. both.Skip(query.Skip).Take(query.Size).Select(s => s.Node)]));
    }

    public async Task<GeoDocument> Take(HttpContext http, CancellationToken ct)
    {
        var form = await Open311Form.Read(http.Request, ct);
        door.MustBeHere(form["jurisdiction_id"]);
        var key = await door.Enter(http, form["api_key"], ct);
        var by = await desk.ActBy(new Act(key.Actor, http.Act().Now), ct);
        var update = Read(form, key, by);
        var verdict = Verdict(form);
        var number = form["service_request_id"];
        var id = await writer.Write(by.Act, $"o311/u/{Open311Key.DigestOf($"{number}\n{update.UpdateId}")[..40]}", async () =>
        {
            // whose order it is not, it does not find
            var own = await db.Set<Open311Request>().Where(r => r.KeyId == key.Id && db.Set<WorkOrder>().Any(o => o.Id == r.OrderId && o.Number == number)).Select(r => (Guid?)r.OrderId).FirstOrDefaultAsync(ct)
                ?? throw new GeoFault(StatusCodes.Status404NotFound, "service_request_id: 没有找到由这个密钥提交的工单。");
            if (await db.Set<Open311Update>().Where(u => u.KeyId == key.Id && u.OrderId == own && u.UpdateId == update.UpdateId).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(ct) is { } earlier)
            {
                return earlier;
            }

            var order = (await db.LoadOrder(own, ct))!;
            db.Add(update.Of(own, RequestQuery.Status(order.State) == "closed"));
            await desk.Carry(order, (o, b) => Carry(o, b, update, verdict, Statuses.GetValueOrDefault(form["status"])), by, ct);
            return update.Id;
        }, ct);
        return new(Root, new GeoList("request_update", [new GeoObject(("update_id", $"{id:N}"), ("account_id", form["account_id"]))]));
    }

    private static Task Carry(WorkOrder o, OrderAct by, Open311Update update, (Attitude Attitude, CallerResult Result)? verdict, string? status)
    {
        IEnumerable<string> parts = [update.Description, status is null ? "" : $"（提交方标为：{status}）", .. update.MediaUrls.Select(u => $"图片：{u}")];
        var said = string.Join("\n", parts.Where(t => t.Length > 0));
        if (verdict is { } v && o.Can(OrderVerb.Rate))
        {
            o.Rate(v.Attitude, v.Result, said, by.Act);
        }
        else if (verdict is not null && o.State < OrderState.FollowUp)
        {
            throw new RuleViolation("not-answered", $"attribute[attitude]: 工单{Label.Of(o.State)}，还没有答复，答复以后才能评价。现在可以只用 description 补充情况。");
        }
        else if (o.Can(OrderVerb.Supplement))
        {
            o.Supplement(SupplementBy.Caller, said, by.Act, $"{update.Id:N}");
        }
        else
        {
            throw new RuleViolation("wrong-state", $"service_request_id: 工单{Label.Of(o.State)}，不能再补充。可以带 attribute[attitude] 和 attribute[result] 评价这次答复，或者作为新的诉求提交。");
        }

        return Task.CompletedTask;
    }

    private static Open311Update Read(Open311Form form, Open311Key key, OrderAct by)
    {
        var (errors, most) = (new FormErrors(), by.Limits[OrderLimitCode.Content]);
        foreach (var field in new[] { "service_request_id", "update_id" }.Where(f => form[f].Length is 0 or > 200))
        {
            errors.Add(field, form[field].Length == 0 ? "没有提供。" : "不能超过 200 个字符。");
        }

        if (form["status"].Length > 0 && !Statuses.ContainsKey(form["status"]))
        {
            errors.Add("status", $"只有 {string.Join("、", Statuses.Keys)}。");
        }

        if (form["description"].Length > most || (form["description"].Length == 0 && form["status"].Length == 0))
        {
            errors.Add("description", form["description"].Length == 0 ? "没有提供。" : $"不能超过 {Numbers.Thousands(most)} 个字，现有 {Numbers.Thousands(form["description"].Length)} 个字。");
        }
        else if (by.Codes.Doorkeeper(by.Act.Today).Abusive(form["description"]))
        {
            errors.Add("description", "请去掉辱骂性的字句再提交。");
        }

        var (media, told) = (form.MediaUrls(errors), form["updated_datetime"].Length == 0 ? (DateTimeOffset?)null : GeoDates.Read("updated_datetime", form["updated_datetime"]));
        return errors.Count > 0 ? throw GeoFault.Of(errors) : new()
        {
            Id = by.NewId(), KeyId = key.Id, OrderId = Guid.Empty, UpdateId = form["update_id"], Description = form["description"], MediaUrls = media, Closed = false, ToldAt = told, At = by.Act.Now,
        };
    }

    // both or none: how somebody was treated and what became of it are two answers, and one is not guessed from the other
    private static (Attitude, CallerResult)? Verdict(Open311Form form)
    {
        var (attitude, result) = (form.Attributes.GetValueOrDefault("attitude")?[0], form.Attributes.GetValueOrDefault("result")?[0]);
        return attitude is null && result is null ? null
            : Enum.TryParse<Attitude>(attitude, true, out var a) && Enum.IsDefined(a) && Enum.TryParse<CallerResult>(result, true, out var r) && Enum.IsDefined(r) ? (a, r)
            : throw new GeoFault(400, $"attribute[attitude]: 评价须同时给出 attribute[attitude]（{string.Join("、", Enum.GetNames<Attitude>())}）和 attribute[result]（{string.Join("、", Enum.GetNames<CallerResult>())}）。");
    }

    private static GeoNode Node(PublicStep s, Publication rule) => Node(s.Id, s.Number, s.Closed, s.At, rule.Shows(s.Door, s.ContentClass) && s.Answer.Length > 0 ? s.Answer : s.Words, null);

    private static GeoNode Node(Open311Update u, string number) => Node($"{u.Id:N}", number, u.Closed, u.At, u.Description, u.MediaUrls is [var first, ..] ? first : null);

    private static GeoNode Node(string id, string number, bool closed, DateTimeOffset at, string text, string? media) => new GeoObject(
        ("update_id", id), ("service_request_id", number), ("status", closed ? "closed" : "open"), ("updated_datetime", GeoDates.Of(at)), ("description", text), ("media_url", media));
}
