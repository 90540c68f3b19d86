using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.City;
using Yimen.Hotline.City.StandIn;
using Yimen.Hotline.Contracts;
using Yimen.Platform.Delivery;
using Yimen.Platform.Journal;
using Yimen.Tests.Cases;
using Yimen.Tests.Web;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>kill -9 while the office dispatches, answers and lets replies out, in the middle of a letter to the city's platform: no acknowledged act is lost, every letter arrives, none has a second effect.</summary>
public sealed class DispatchCrashTests(Town town) : IClassFixture<Town>, IDisposable
{
    private const string Secret = "演示用共享密钥-0123456789-abcdefghij-ABCDEFGHIJ";
    private const int Clients = 4;
    private const int Replied = 6;
    private const int Early = 24;
    private const int Late = 90;
    private const int EnoughLate = 5;

    private readonly CityStandIn city = new(Secret);
    private readonly ConcurrentDictionary<string, byte> acknowledged = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource busy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int late;
    private int cutOff;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IEnumerable<(string, string)> Exchange => [("Hotline__City__Secret", Secret), ("Hotline__City__Url", city.Url), ("YIMEN_JOBS", "on")];

    [Fact]
    public async Task Killed_while_dispatching_it_loses_no_act_and_the_city_hears_each_letter_with_one_effect()
    {
        town.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        await town.Restart(null, ("Hotline:City:Secret", Secret), ("Hotline:City:Url", city.Url));
        var acts = await Prepared();
        var token = (await ServerProcess.Run(town, "token", "--user", "hotline1", "--data", town.Directory)).Output.Trim();
        using (var server = await ServerProcess.Start(town, Exchange))
        {
            using var program = server.Program(token);
            city.OnArrival = _ => Arrived(server);
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(n => ActUntilItDies(program, [.. acts.Where((_, i) => i % Clients == n)])));
            city.OnArrival = null;
        }

        Assert.Equal(Clients, cutOff); // each was cut off in the middle of a request
        Assert.Equal(3, city.Arrivals.Count); // it died before it knew that the third letter had arrived
        await EverythingAcknowledgedIsThere(acts);
        using (var again = await ServerProcess.Start(town, Exchange))
        {
            using var program = again.Program(token);
            foreach (var act in acts)
            {
                using var answer = await Post(program, act);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode); // what was carried out is not carried out again
            }

            await again.Kill();
        }

        await EachIsDoneOnce(acts);
        town.Time.SetUtcNow(TimeProvider.System.GetUtcNow() + OutboxSender.Lease + TimeSpan.FromMinutes(1)); // whoever held letters when it died is taken for dead
        await town.InCounty((_, services) => services.GetRequiredService<OutboxSender>().SendDue(Ct));
        await TheCityHeardEachOnce(acts);
        var (code, output, errors) = await ServerProcess.Run(town, "journal", "verify", "--data", town.Directory);
        Assert.True(code == 0, output + errors);
    }

    public void Dispose() => city.Dispose();

    // orders of the city's: some wait for the office's word on a reply, the others for the dispatcher
    private async Task<List<OfficeAct>> Prepared()
    {
        var numbers = Enumerable.Range(0, Replied + Early + Late).Select(n => $"K{n:000}").ToList();
        var batch = numbers.Select(n => new { sourceNumber = n, type = "Help", title = "路灯不亮", content = "县城人民南路路灯不亮。", name = "演示甲", phone = "13900139000" });
        Assert.Equal(HttpStatusCode.OK, (await city.Send(new("http://localhost/"), "orders", new { orders = batch }, town.Anybody())).Status);
        var ids = await town.Rows(db => db.Orders.AsNoTracking().Where(o => numbers.Contains(o.SourceNumber!)).ToDictionaryAsync(o => o.SourceNumber!, o => o.Id, Ct));
        foreach (var number in numbers.Take(Replied))
        {
            await town.Dispatch(ids[number]);
            await town.Step("market-liaison", ids[number], "signature");
            await town.Reply(ids[number]);
            using var passed = await town.Step("market-head", ids[number], "review", ("answer", "yes"));
            Assert.Equal(HttpStatusCode.SeeOther, passed.StatusCode);
        }

        return [.. numbers.Select((number, n) => OfficeAct.Of(ids[number], number, n < Replied ? 0 : 1 + (n % 3), late: n >= Replied + Early))];
    }

    private async Task ActUntilItDies(HttpClient program, IReadOnlyList<OfficeAct> mine)
    {
        try
        {
            foreach (var act in mine)
            {
                await (act.Late ? begun.Task : Task.CompletedTask);
                using var answer = await Post(program, act);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                acknowledged[act.Key] = 1;
                if (act.Late && Interlocked.Increment(ref late) == EnoughLate)
                {
                    busy.SetResult();
                }
            }

            var dispatched = mine.First(a => a.Kind == 1);
            for (var n = 0; ; n++)
            {
                using var more = await program.Send($"/api/v1/orders/{dispatched.Id}/supplement", new { text = $"补充第 {n} 次" }, key: $"more-{dispatched.Key}-{n}");
                Assert.Equal(HttpStatusCode.OK, more.StatusCode);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            Interlocked.Increment(ref cutOff); // whether it was written is what the test asks
        }
    }

    // the first letter sets off the second wave of acts, the second waits until that is well under way, at the third the server dies unanswered
    private async Task Arrived(ServerProcess server)
    {
        begun.TrySetResult();
        await (city.Arrivals.Count == 2 ? busy.Task : city.Arrivals.Count == 3 ? server.Kill() : Task.CompletedTask);
    }

    private async Task EverythingAcknowledgedIsThere(IEnumerable<OfficeAct> acts)
    {
        Assert.True(acknowledged.Count > Early);
        var states = await States();
        Assert.All(acts.Where(a => acknowledged.ContainsKey(a.Key)), a => Assert.Equal(a.Then, states[a.Id]));
        Assert.All(acts, a => Assert.Contains(states[a.Id], new[] { a.Before, a.Then }));
    }

    private async Task EachIsDoneOnce(IReadOnlyList<OfficeAct> acts)
    {
        var (states, ids) = (await States(), acts.Select(a => a.Id).ToHashSet());
        Assert.All(acts, a => Assert.Equal(a.Then, states[a.Id]));
        var verbs = (await town.Rows(db => db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == WorkOrder.MatterKind).ToListAsync(Ct))).Where(j => ids.Contains(j.MatterId)).ToLookup(j => j.MatterId, j => j.Verb);
        Assert.All(acts, a => Assert.Single(verbs[a.Id], v => v == a.Verb));
    }

    private async Task TheCityHeardEachOnce(IReadOnlyList<OfficeAct> acts)
    {
        var expected = acts.Where(a => a.Letter.Length > 0).Select(a => (a.Number, a.Letter)).Order();
        Assert.Equal(expected, city.Heard.Select(m => (m.GetProperty("sourceNumber").GetString()!, m.GetProperty("kind").GetString()!)).Order());
        Assert.Contains(city.Arrivals.GroupBy(k => k), k => k.Count() > 1); // the third came again under its own key, and changed nothing there
        Assert.Equal(expected.Count(), await town.Rows(db => db.Set<CityMessage>().CountAsync(m => m.Direction == CityDirection.Out, Ct)));
        Assert.Equal(0, await town.Rows(db => db.Set<OutboxMessage>().CountAsync(m => m.Channel == DeliveryChannel.Exchange && m.SentAt == null, Ct)));
    }

    private Task<Dictionary<Guid, OrderState>> States() => town.Rows(db => db.Orders.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.State, Ct));

    private static Task<HttpResponseMessage> Post(HttpClient program, OfficeAct act) => program.Send($"/api/v1/orders/{act.Id}/{act.Noun}", act.Body, key: act.Key);

    private sealed record OfficeAct(Guid Id, string Number, int Kind, bool Late, string Noun, object Body, OrderState Before, OrderState Then, string Verb, string Letter)
    {
        public string Key => $"act-{Number}";

        public static OfficeAct Of(Guid id, string number, int kind, bool late) => kind switch
        {
            0 => new(id, number, kind, late, "office-review", new { granted = true }, OrderState.OfficeReview, OrderState.FollowUp, "审核通过", "reply"),
            1 => new(id, number, kind, late, "dispatch", new { type = "Help", contentClass = "010102", unit = "SCJG", basis = OrderTown.Basis }, OrderState.Received, OrderState.Dispatched, "派单", ""),
            2 => new(id, number, kind, late, "direct-answer", new { text = "路灯已经报修，今晚恢复照明，请留意。" }, OrderState.Received, OrderState.Closed, "直接解答", "direct-answer"),
            _ => new(id, number, kind, late, "city-return", new { text = "事发地在乳源县，不属于本市。" }, OrderState.Received, OrderState.ReturnedToCity, "退回市平台", "return"),
        };
    }
}
