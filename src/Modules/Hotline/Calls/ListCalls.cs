using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
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

    // no telephone rings so long: its end was lost, and it stands only in the list below
    private static readonly TimeSpan Rings = TimeSpan.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(CallSlices.Read);
        app.MapExport<CallDesk, CallFilter, CallLine>(Here, CallSlices.Export, (http, filter, desk) => Taken(Found(http, filter, desk), desk));
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] CallFilter filter, AppDb db, CallDesk desk, PermissionTable table, CancellationToken ct)
    {
        var found = Found(http, filter, desk);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var (me, takes) = (http.Visitor.Actor.AccountId, http.Visitor.May(table, CallSlices.Take));
        var since = http.Act().Now - Rings;
        var now = db.Calls.AsNoTracking().Where(c => (c.State == CallState.Ringing && c.RingingAt > since) || ((!takes || c.AgentId == me) && (c.State == CallState.Talking || c.State == CallState.Unrecorded)));
        var (first, rows) = (await Lines(now, db).OrderBy(l => l.Call.State).ThenByDescending(l => l.Call.RingingAt).Take(MostNow).ToListAsync(ct), await found.Skip(paging.Skip).Take(paging.Size).ToListAsync(ct));
        return Page.Of<CallsPage>(http, new CallsView([.. first.Select(l => Row(l, desk))], [.. rows.Select(l => Row(l, desk))], paging, filter, takes, http.Visitor.May(table, CallSlices.Export)));
    }

    /// <summary>One call as lists tell it. Of one whose order is under secrecy not even the masked number.</summary>
    public static CallRow Row(CallLine l, CallDesk desk) =>
        new(l.Call.Id, Number(l, desk), l.Call.RingingAt, l.Call.State, l.Call.Outcome, l.Call.AgentName, Waited(l.Call), l.Call.AnsweredAt <= l.Call.AnswerBy, l.Call.OrderId, l.OrderNumber ?? "");

    /// <summary>Calls with what lists need of their orders.</summary>
    public static IQueryable<CallLine> Lines(IQueryable<HotlineCall> calls, AppDb db) =>
        from c in calls
        join o in db.Orders on c.OrderId equals o.Id into made
        from o in made.DefaultIfEmpty()
        select new CallLine { Call = c, OrderNumber = o.Number, Secret = o != null && o.Secret };

    private static string Number(CallLine l, CallDesk desk) => l.Secret ? "保密" : desk.Masked(l.Call);

    private static int? Waited(HotlineCall c) => (c.AnsweredAt ?? c.EndedAt) is { } until ? (int)(until - c.RingingAt).TotalSeconds : null;

    private static IQueryable<CallLine> Found(HttpContext http, CallFilter filter, CallDesk desk)
    {
        var (calls, me) = (desk.Db.Calls.AsNoTracking(), http.Visitor.Actor.AccountId);
        calls = filter.Q?.Trim() is { Length: > 0 } q ? desk.Matching(calls, q) : calls;
        calls = Enum.TryParse<CallState>(filter.State, out var state) && Enum.IsDefined(state) ? calls.Where(c => c.State == state) : calls;
        calls = Enum.TryParse<CallOutcome>(filter.Outcome, out var outcome) && Enum.IsDefined(outcome) ? calls.Where(c => c.Outcome == outcome) : calls;
        calls = DateOnly.TryParse(filter.From, out var from) ? calls.Where(c => c.RingingOn >= from) : calls;
        calls = DateOnly.TryParse(filter.To, out var to) ? calls.Where(c => c.RingingOn <= to) : calls;
        calls = filter.Mine is "1" or "true" ? calls.Where(c => c.AgentId == me) : calls;
        var lines = Lines(calls, desk.Db);
        return filter.Sort == "rang" ? lines.OrderBy(l => l.Call.RingingAt).ThenBy(l => l.Call.Id) : lines.OrderByDescending(l => l.Call.RingingAt).ThenBy(l => l.Call.Id);
    }

    private static ExportOf<CallLine> Taken(IQueryable<CallLine> rows, CallDesk desk) => new("来电", Here, rows, l => new Dictionary<string, object?>
    {
        ["振铃时间"] = Dates.Moment(l.Call.RingingAt), ["主叫号码"] = Number(l, desk), ["话务员"] = l.Call.AgentName, ["等待（秒）"] = Waited(l.Call), ["状态"] = Label.Of(l.Call.State),
        ["结果"] = l.Call.Outcome is { } outcome ? Label.Of(outcome) : null, ["无效原因"] = l.Call.InvalidReason, ["呼叫标识"] = l.Call.CallId,
    })
    {
        Notice = "主叫号码已脱敏，不含诉求内容和录音索引。谁导出了多少条、用来做什么，会记入导出登记。",
    };
}

/// <summary>A call, and what of its order lists tell.</summary>
internal sealed record CallLine
{
    public required HotlineCall Call { get; init; }

    public string? OrderNumber { get; init; }

    public bool Secret { get; init; }
}
