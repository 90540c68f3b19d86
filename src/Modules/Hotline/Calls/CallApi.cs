using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

/// <summary>The telephone system's door (docs/calls.md): a call rings, is answered, is handed to another agent, is over. Every event may be told again.</summary>
internal static class CallApi
{
    public const string Root = "/api/v1/calls";

    // clocks of two machines part a little, and a line that was down tells late; neither is law
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Late = TimeSpan.FromDays(30);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Root, Ring).RequirePermission(CallSlices.Report).Described("电话系统上报来电振铃；同一呼叫标识再次上报不重复登记。须启用“本地接听”");
        app.MapGet(Root + "/{callId:maxlength(64)}", One).RequirePermission(CallSlices.Report).Described("一个来电现在的状态；须启用“本地接听”");
        app.MapPost(Root + "/{callId:maxlength(64)}/answering", Answer).RequirePermission(CallSlices.Report).Described("电话系统上报接听；须启用“本地接听”");
        app.MapPost(Root + "/{callId:maxlength(64)}/transfer", Transfer).RequirePermission(CallSlices.Report).Described("电话系统上报转接给另一位话务员；仍是一个来电，接通只计一次。须启用“本地接听”");
        app.MapPost(Root + "/{callId:maxlength(64)}/ending", End).RequirePermission(CallSlices.Report).Described("电话系统上报挂断和录音索引；没有接听过的计为未接通。须启用“本地接听”");
    }

    private static async Task<Results<Created<CallStanding>, Ok<CallStanding>, ValidationProblem>> Ring(HttpContext http, NewCall input, AppDb db, CallDesk desk, CountyScope scope, IdSource ids, CancellationToken ct)
    {
        var (act, errors) = (http.Act(), new FormErrors());
        var at = Instant(input.RingingAt!.Value, "ringingAt", act, errors);
        var caller = CallerNumbers.Read(input.Caller, scope.County.Keys, out var fault);
        if (caller is null)
        {
            errors.Add("caller", fault);
        }

        var offered = string.IsNullOrWhiteSpace(input.Agent) ? null : await Agent(input.Agent, desk, errors, ct);
        if (errors.Count > 0)
        {
            return BadInput.Problem(errors);
        }

        var limits = await db.OrderLimitsOn(ChinaTime.DateOf(at), ct);
        var told = new CallTold(input.CallId!, caller!, at, TimeSpan.FromSeconds(limits[OrderLimitCode.CallAnswer]));
        var (call, fresh) = await desk.Ring(told, offered, () => ids.NewId(act.Now), act, ct);
        var standing = CallStanding.Of(call, http.Request.PathBase);
        return fresh ? TypedResults.Created($"{http.Request.PathBase}{Root}/{call.CallId}", standing) : TypedResults.Ok(standing);
    }

    private static async Task<Ok<CallStanding>> One(HttpContext http, string callId, CallDesk desk, CancellationToken ct) =>
        TypedResults.Ok(CallStanding.Of(await desk.ByCallId(callId, ct) ?? throw new NotThere(), http.Request.PathBase));

    private static async Task<Results<Ok<CallStanding>, ValidationProblem>> Answer(HttpContext http, string callId, CallAnswered input, CallDesk desk, CancellationToken ct)
    {
        var (act, errors) = (http.Act(), new FormErrors());
        var (known, at, agent) = (await desk.ByCallId(callId, ct) ?? throw new NotThere(), Instant(input.At!.Value, "at", act, errors), await Agent(input.Agent!, desk, errors, ct));
        return errors.Count > 0 ? BadInput.Problem(errors) : TypedResults.Ok(CallStanding.Of(await desk.Change(known.Id, null, act, c => { c.Answer(agent!, at, act); return c; }, ct), http.Request.PathBase));
    }

    private static async Task<Results<Ok<CallStanding>, ValidationProblem>> Transfer(HttpContext http, string callId, CallPassed input, CallDesk desk, CancellationToken ct)
    {
        var (act, errors) = (http.Act(), new FormErrors());
        var (known, at, agent) = (await desk.ByCallId(callId, ct) ?? throw new NotThere(), Instant(input.At!.Value, "at", act, errors), await Agent(input.Agent!, desk, errors, ct));
        return errors.Count > 0 ? BadInput.Problem(errors) : TypedResults.Ok(CallStanding.Of(await desk.Change(known.Id, null, act, c => { c.Transfer(agent!, at, act); return c; }, ct), http.Request.PathBase));
    }

    private static async Task<Results<Ok<CallStanding>, ValidationProblem>> End(HttpContext http, string callId, CallEnded input, CallDesk desk, CancellationToken ct)
    {
        var (act, errors) = (http.Act(), new FormErrors());
        var (known, at) = (await desk.ByCallId(callId, ct) ?? throw new NotThere(), Instant(input.At!.Value, "at", act, errors));
        return errors.Count > 0 ? BadInput.Problem(errors) : TypedResults.Ok(CallStanding.Of(await desk.Change(known.Id, null, act, c => { c.End(at, input.Recording?.Trim() ?? "", act); return c; }, ct), http.Request.PathBase));
    }

    // UTC, whole milliseconds, as all instants are kept
    private static DateTimeOffset Instant(DateTimeOffset told, string field, Act act, FormErrors errors)
    {
        if (told > act.Now + Ahead || told < act.Now - Late)
        {
            errors.Add(field, told > act.Now ? $"{field} 晚于现在，请校准电话系统的时钟。" : $"{field} 早于现在 {Late.Days} 天以上，不能补报。");
            return act.Now;
        }

        return new(told.UtcTicks - (told.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
    }

    private static async Task<Actor?> Agent(string login, CallDesk desk, FormErrors errors, CancellationToken ct)
    {
        var agent = await desk.Agent(login, ct);
        if (agent is null)
        {
            errors.Add("agent", $"没有登录名为“{login}”、可以接听来电的话务员。");
        }

        return agent;
    }
}

