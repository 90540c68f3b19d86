using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

/// <summary>来电 — what rings now, what the agent has taken, and every call there was; filtered, sorted and paged by the URL, taken out with a purpose.</summary>
internal static class ListCalls
{
    public const string Here = "/desk/calls";
    private const int MostNow = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(CallSlices.Read);
        app.MapGet(Here + "/export", (HttpContext http, [AsParameters] CallFilter filter, AppDb db, CountyScope scope, CallDesk desk, CancellationToken ct) =>
            PurposeExport.Ask(http, Taken(Found(http, filter, db, scope.County.Keys), desk), ct)).RequirePermission(CallSlices.Export);
        app.MapPost(Here + "/export", (HttpContext http, [AsParameters] CallFilter filter, IFormCollection form, AppDb db, CountyScope scope, CallDesk desk, PurposeExport export, CancellationToken ct) =>
            export.Send(http, form, Taken(Found(http, filter, db, scope.County.Keys), desk), ct)).RequirePermission(CallSlices.Export);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] CallFilter filter, AppDb db, CountyScope scope, CallDesk desk, PermissionTable table, CancellationToken ct)
    {
        var found = Found(http, filter, db, scope.County.Keys);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var (me, takes) = (http.Visitor.Actor.AccountId, http.Visitor.May(table, CallSlices.Take));
        var now = await db.Calls.AsNoTracking().Where(c => c.State == CallState.Ringing || ((!takes || c.AgentId == me) && (c.State == CallState.Talking || c.State == CallState.Unrecorded)))
            .OrderBy(c => c.State).ThenByDescending(c => c.RingingAt).Take(MostNow).ToListAsync(ct);
        var rows = await found.Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        return Page.Of<CallsPage>(http, new CallsView(await Rows(now, db, desk, ct), await Rows(rows, db, desk, ct), paging, filter, takes, http.Visitor.May(table, CallSlices.Export)));
    }

    /// <summary>One call as lists tell it.</summary>
    public static CallRow Row(HotlineCall c, CallDesk desk, string orderNumber) => new(c.Id, desk.Masked(c), c.RingingAt, c.State, c.Outcome, c.AgentName, Waited(c), c.AnsweredAt <= c.AnswerBy, c.OrderId, orderNumber);

    private static int? Waited(HotlineCall c) => (c.AnsweredAt ?? c.EndedAt) is { } until ? (int)(until - c.RingingAt).TotalSeconds : null;

    private static async Task<IReadOnlyList<CallRow>> Rows(List<HotlineCall> calls, AppDb db, CallDesk desk, CancellationToken ct)
    {
        var ids = calls.Where(c => c.OrderId is not null).Select(c => c.OrderId!.Value).ToList();
        var numbers = ids.Count == 0 ? [] : await db.Orders.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Number, ct);
        return [.. calls.Select(c => Row(c, desk, c.OrderId is { } id ? numbers.GetValueOrDefault(id, "") : ""))];
    }

    private static IQueryable<HotlineCall> Found(HttpContext http, CallFilter filter, AppDb db, CountyKeys keys)
    {
        var (calls, me) = (db.Calls.AsNoTracking(), http.Visitor.Actor.AccountId);
        calls = filter.Q?.Trim() is { Length: > 0 } q ? Matching(calls, q, db, keys) : calls;
        calls = Enum.TryParse<CallState>(filter.State, out var state) && Enum.IsDefined(state) ? calls.Where(c => c.State == state) : calls;
        calls = Enum.TryParse<CallOutcome>(filter.Outcome, out var outcome) && Enum.IsDefined(outcome) ? calls.Where(c => c.Outcome == outcome) : calls;
        calls = DateOnly.TryParse(filter.From, out var from) ? calls.Where(c => c.RingingOn >= from) : calls;
        calls = DateOnly.TryParse(filter.To, out var to) ? calls.Where(c => c.RingingOn <= to) : calls;
        calls = filter.Mine is "1" or "true" ? calls.Where(c => c.AgentId == me) : calls;
        return filter.Sort == "rang" ? calls.OrderBy(c => c.RingingAt).ThenBy(c => c.Id) : calls.OrderByDescending(c => c.RingingAt).ThenBy(c => c.Id);
    }

    // by the whole number, by the order that was made of it, by the telephone system's own name
    private static IQueryable<HotlineCall> Matching(IQueryable<HotlineCall> calls, string q, AppDb db, CountyKeys keys)
    {
        if (CallerNumbers.Read(q, keys, out _) is { } caller)
        {
            return calls.Where(c => c.CallerIndex == caller.Index);
        }

        var number = q.ToUpperInvariant();
        var orders = db.Orders;
        return calls.Where(c => c.CallId == q || orders.Any(o => o.Id == c.OrderId && o.Number == number));
    }

    private static ExportOf<HotlineCall> Taken(IQueryable<HotlineCall> rows, CallDesk desk) => new("来电", Here, rows, c => new Dictionary<string, object?>
    {
        ["振铃时间"] = Dates.Moment(c.RingingAt), ["主叫号码"] = desk.Masked(c), ["话务员"] = c.AgentName, ["等待（秒）"] = Waited(c), ["状态"] = Label.Of(c.State),
        ["结果"] = c.Outcome is { } outcome ? Label.Of(outcome) : null, ["无效原因"] = c.InvalidReason, ["呼叫标识"] = c.CallId,
    })
    {
        Notice = "主叫号码已脱敏，不含诉求内容和录音索引。谁导出了多少条、用来做什么，会记入导出登记。",
    };
}
