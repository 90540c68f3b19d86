using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Open311;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline.World;

/// <summary>One report of a demo world's application.</summary>
internal sealed record WorldReport(int DaysAgo, string Service, string Address, double Lat, double Long, string Description, Dictionary<string, string>? Attributes = null, string? Answer = null);

/// <summary>A demo world's application with a key that everybody knows, and what its users reported over the last weeks. Nobody in it lives.</summary>
internal static class Open311World
{
    private const string File = "open311.json";
    private const int Seed = 311;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var (db, scope) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CountyScope>());
        var people = await OrderPeople.Of(db, ct);
        if (!world.About.Demo || !world.Has(File) || !people.IsStaffed)
        {
            return;
        }

        var (now, clock) = (services.GetRequiredService<TimeProvider>().Now(), await services.GetRequiredService<Calendars>().Of(scope.County, db, ct));
        var (limits, ids, today) = (await OrderLimitTable.The.All(db, ct), IdSource.Seeded(Seed), ChinaTime.DateOf(now));
        OrderAct By(Actor who, int ago, int hour, int n) => new(new Act(who, ChinaTime.StartOf(today.AddDays(-ago)).AddHours(hour).AddMinutes(n * 7 % 55)), clock, OrderLimitTable.The.At(limits, today.AddDays(-ago)), ids);
        await services.GetRequiredService<Writer>().Write(new Act(Actor.System, now), () =>
        {
            var issued = By(people.Office(0), 60, 9, 0);
            var key = db.Add(Open311Key.Issue(issued.NewId(), Open311Key.DemoKey, "城市随手拍（演示）", "演示戊 0751-0000031", issued.Act)).Entity;
            foreach (var (n, report) in world.Read<List<WorldReport>>(File).Index())
            {
                var order = Receive(db, report, key, By(key.Actor, report.DaysAgo, 8, n), scope.County.Code);
                if (report.Answer is { } answer)
                {
                    order.AnswerDirectly(answer, By(people.Office(n), report.DaysAgo, 15, n).Act);
                }
            }

            return Task.CompletedTask;
        }, ct);
    }

    private static WorkOrder Receive(AppDb db, WorldReport report, Open311Key key, OrderAct by, string county)
    {
        var service = new GeoServices([], by.Codes).PublicOn(by.Act.Today).First(s => s.Code == report.Service);
        var order = WorkOrder.Receive(by.NewId(), by.Ids.NewCode(6), new()
        {
            Source = OrderSource.Open311, Type = service.OrderType, ContentClass = service.Code, Area = new(county + "000000"), Address = report.Address, Place = new(report.Lat, report.Long), Content = report.Description,
            Requester = new() { Anonymous = true },
        }, by.Limits.Terms(service.OrderType), by.Act, by.Clock);
        db.Add(order);
        db.Index(order);
        var replies = (report.Attributes ?? []).Select(a => service.Asks.First(s => s.Code == a.Key) is var asked ? new GeoReply(a.Key, asked.Description, [a.Value], asked.Words(a.Value)) : null);
        db.Add(new Open311Request { OrderId = order.Id, KeyId = key.Id, ServiceCode = service.Code, Answers = JsonSerializer.Serialize(replies), Digest = Open311Key.DigestOf($"{order.Id}"), At = by.Act.Now });
        return order;
    }
}
