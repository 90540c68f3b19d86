using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.Calls;

/// <summary>How people and the telephone system reach a call.</summary>
internal sealed class CallDesk(AppDb db, Writer writer, CountyScope scope, PermissionTable table)
{
    public AppDb Db => db;

    /// <exception cref="NotThere">There is none.</exception>
    public async Task<HotlineCall> Find(Guid id, CancellationToken ct) => await db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotThere();

    public Task<HotlineCall?> ByCallId(string callId, CancellationToken ct) => db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.CallId == callId, ct);

    /// <summary>The number as it is shown where nobody needs it whole.</summary>
    public string Masked(HotlineCall call) => Whole(call) is { } number ? Masking.Phone(number) : "未显示号码";

    /// <summary>The whole number, for who talks with the caller; null where it was withheld.</summary>
    public string? Whole(HotlineCall call) => scope.County.Keys.Open(call.Caller);

    /// <summary>By the whole number (what is under secrecy is not found so), by the order that was made of it, by the telephone system's own name.</summary>
    public IQueryable<HotlineCall> Matching(IQueryable<HotlineCall> calls, string q)
    {
        var orders = db.Orders;
        if (CallerNumbers.Read(q, scope.County.Keys, out _) is { } caller)
        {
            return calls.Where(c => c.CallerIndex == caller.Index && !orders.Any(o => o.Id == c.OrderId && o.Secret));
        }

        var number = q.ToUpperInvariant();
        return calls.Where(c => c.CallId == q || orders.Any(o => o.Id == c.OrderId && o.Number == number));
    }

    /// <summary>The agent of a login; null where nobody of that name may take calls.</summary>
    public async Task<Actor?> Agent(string login, CancellationToken ct)
    {
        var name = login.Trim().ToUpperInvariant();
        var found = await db.Users.AsNoTracking().Include(a => a.Grants).FirstOrDefaultAsync(a => a.NormalizedUserName == name && a.Kind == AccountKind.Staff && a.State == AccountState.Active, ct);
        var roles = table.RolesFor(CallSlices.Take);
        return found?.Grants.Any(g => roles.Contains(g.Role)) == true ? found.AsActor : null;
    }

    /// <summary>A new call, or the one that was told before under this id.</summary>
    public async Task<(HotlineCall Call, bool Fresh)> Ring(CallTold told, Actor? offered, Func<Guid> newId, Act act, CancellationToken ct)
    {
        HotlineCall? call = null;
        try
        {
            var fresh = await writer.Write(act, null, async () =>
            {
                call = await ByCallId(told.CallId, ct);
                if (call is not null)
                {
                    return false;
                }

                call = db.Add(HotlineCall.Ring(newId(), told, offered, act)).Entity;
                return true;
            }, ct);
            return (Same(call!, told), fresh);
        }
        catch (DbUpdateException) when (call is not null)
        {
            // two told it at once: the first one's stands
            db.ChangeTracker.Clear();
            return (Same(await ByCallId(told.CallId, ct) ?? throw new NotThere(), told), false);
        }
    }

    /// <summary>Loads the call, calls the verb, saves. Whoever was overtaken by another event of the same call tries once more over what then stands: a line is hung up while its matter is written down.</summary>
    public async Task<T> Change<T>(Guid id, string? key, Act act, Func<HotlineCall, T> verb, CancellationToken ct)
    {
        try
        {
            return await Once();
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return await Once();
        }

        Task<T> Once() => writer.Write(act, key, async () => verb(await db.Calls.FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotThere()), ct);
    }

    private static HotlineCall Same(HotlineCall call, CallTold told) => call.CallerIndex == told.Caller.Index && call.RingingAt == told.At
        ? call
        : throw new RuleViolation("call-known", "这个呼叫标识已经上报过，主叫号码或者振铃时间与上次不同。");
}
