using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Links;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline.World;

/// <summary>One caller of the day: when, where, in which words, and what they want.</summary>
internal sealed record MassCaller(int Hour, int Minute, string Address, string Title, string Content, string Appeal = "");

internal sealed record MassDay(string ContentClass, string Unit, string Basis, IReadOnlyList<MassCaller> Callers);

/// <summary>The last working day of a demo world: a broken main, and two dozen who write and come about it. The first is being handled, most follow it, the last few still wait. Nobody in it lives.</summary>
internal static class MassWorld
{
    private const string File = "mass-event.json";
    private const int Seed = 2024;
    private const int StillWaiting = 3;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var (db, scope) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CountyScope>());
        var people = await OrderPeople.Of(db, ct);
        if (!world.About.Demo || !world.Has(File) || !people.IsStaffed)
        {
            return;
        }

        var (day, now) = (world.Read<MassDay>(File), services.GetRequiredService<TimeProvider>().Now());
        var (clock, limits) = (await services.GetRequiredService<Calendars>().Of(scope.County, db, ct), await OrderLimitTable.The.All(db, ct));
        var (ids, on) = (IdSource.Seeded(Seed), LastWorkday(clock, ChinaTime.DateOf(now)));
        OrderAct By(Actor who, MassCaller caller, int later) => new(new Act(who, ChinaTime.StartOf(on).AddHours(caller.Hour).AddMinutes(caller.Minute + later)), clock, OrderLimitTable.The.At(limits, on), ids);
        var town = await db.DivisionRefs.AsNoTracking().Where(d => d.Level == 5).OrderBy(d => d.Code).Select(d => d.Code).FirstAsync(ct);
        await services.GetRequiredService<Writer>().Write(new Act(Actor.System, now), () =>
        {
            var orders = day.Callers.Select((c, n) => (Caller: c, Order: Receive(db, scope, c, n, town, By(Visitor, c, 0)))).ToList();
            var (first, office) = (orders[0], people.Office(1));
            var sent = By(office, first.Caller, 12);
            first.Order.Dispatch(new(OrderType.Help, day.ContentClass, Urgency.Ordinary, new(day.Unit), [], day.Basis) { Topic = "主管爆裂停水", Terms = sent.Limits.Terms(OrderType.Help), Signing = sent.Limits.Signing }, sent.Act, clock);
            first.Order.SignFor(By(people.Liaison(new(day.Unit)), first.Caller, 30).Act);
            first.Order.Begin(By(people.Liaison(new(day.Unit)), first.Caller, 45).Act);
            foreach (var (caller, order) in orders.Skip(1).SkipLast(StillWaiting))
            {
                order.Follow(first.Order, LinkKind.SameMatter, By(office, caller, 25).Act);
            }

            return Task.CompletedTask;
        }, ct);
    }

    private static readonly Actor Visitor = new(Guid.Empty, "访客", null);

    private static WorkOrder Receive(AppDb db, CountyScope scope, MassCaller caller, int n, AreaCode town, OrderAct by)
    {
        var phone = $"0751-0{950 + n:000000}"; // no subscriber number begins with 0
        var (terms, keys) = (by.Limits.Terms(OrderType.Help), scope.County.Keys);
        var order = WorkOrder.Receive(by.NewId(), by.Ids.NewCode(6), new()
        {
            Source = n % 4 == 3 ? OrderSource.Mailbox : OrderSource.Online, Type = OrderType.Help, Area = town, Address = caller.Address, Title = caller.Title, Content = caller.Content, Appeal = caller.Appeal,
            Requester = new() { Name = keys.Seal($"演示{"甲乙丙丁戊己庚辛"[n % 8]}"), Phone = keys.Seal(phone), PhoneIndex = keys.IndexOf(phone), Sex = n % 2 == 0 ? Sex.Female : Sex.Male },
        }, terms, by.Act, by.Clock);
        db.Add(order);
        db.Index(order);
        return order;
    }

    private static DateOnly LastWorkday(LegalClock clock, DateOnly today)
    {
        var day = today.AddDays(-1);
        while (!clock.Calendar.IsWorkday(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
