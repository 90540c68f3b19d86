using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Identity;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline.World;

/// <summary>How the member units of a demo world are reached, and how their urgent orders went. Applications stand under <c>.example</c>, numbers begin with what no subscriber has: nothing that is sent reaches anybody.</summary>
internal static class ContactsWorld
{
    private const int Seed = 1204;
    private const string File = "urgent.json";
    private const int Agent = 1000002;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        if (!world.About.Demo)
        {
            return;
        }

        var (db, writer, ids) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<Writer>(), IdSource.Seeded(Seed));
        var (now, keys) = (services.GetRequiredService<TimeProvider>().Now(), services.GetRequiredService<CountyScope>().County.Keys);
        var people = await db.Users.AsNoTracking().Where(a => a.Kind == AccountKind.Staff).Include(a => a.Grants).OrderBy(a => a.UserName).ToListAsync(ct);
        if (people.FirstOrDefault(a => a.Grants.Any(g => g.Role == Roles.Hotline)) is not { } office)
        {
            return;
        }

        var act = new Act(office.AsActor, now.AddDays(-60));
        var units = people.SelectMany(a => a.Grants).Where(g => g.Role == Roles.Liaison && g.UnitCode.Length > 0).Select(g => g.UnitCode).Distinct().Order(StringComparer.Ordinal).ToList();
        await writer.Write(act, () =>
        {
            foreach (var (unit, n) in units.Select((u, n) => (u, n)))
            {
                Keep(db, ContactBook.Of(ids.NewId(act.Now), new(unit)), n, people, keys, act);
            }

            return Task.CompletedTask;
        }, ct);
        db.ChangeTracker.Clear();
        var urgent = new UrgentWorld(services.GetRequiredService<ContactPlans>(), people, office.AsActor, ids);
        await urgent.Load(db, writer, now, ct);
        if (world.Has(File))
        {
            await urgent.Fresh(db, writer, world.Read<UrgentFile>(File).Orders, await services.GetRequiredService<Calendars>().Of(services.GetRequiredService<CountyScope>().County, db, ct), now, ct);
        }
    }

    // the liaison, who approves, the head; in a town the head approves too, and another of its people stands between
    private static Account?[] Three(UnitId unit, IReadOnlyList<Account> people)
    {
        Account? Holding(string role, params Account?[] but) => people.FirstOrDefault(a => a.Grants.Any(g => g.Role == role && g.UnitCode == unit.Value) && !but.Contains(a));
        var (first, leader) = (Holding(Roles.Liaison), Holding(Roles.UnitHead));
        return [first, Holding(Roles.Approver, first, leader) ?? people.FirstOrDefault(a => a.Unit == unit && a != first && a != leader), leader];
    }

    // two of three have their own 政务微信; towns and enterprises more seldom; a liaison in the field is telephoned before written to
    private static void Keep(AppDb db, ContactBook book, int n, IReadOnlyList<Account> people, CountyKeys keys, Act act)
    {
        db.Add(book);
        var hasApp = n % 3 != 2;
        if (hasApp)
        {
            var url = $"https://wecom.{book.Unit.Value.ToLowerInvariant()}.example";
            db.Add(new WeComApp { Unit = book.Unit.Value, BaseUrl = url, CorpId = $"ww{book.Unit.Value.ToLowerInvariant()}demo", AgentId = Agent, Secret = keys.Seal("demo") });
            book.NoteApp(("", url), $"ww{book.Unit.Value.ToLowerInvariant()}demo", Agent, true, act);
        }

        foreach (var (person, index) in Three(book.Unit, people).Select((p, i) => (p, i)))
        {
            if (person is null)
            {
                continue;
            }

            var post = (ContactPost)(index + 1);
            book.Appoint(post, person.Id, person.DisplayName, act);
            var (mobile, user) = ($"1000{n:0000}{index:000}", person.UserName!.Replace('-', '.'));
            (ContactWay Way, string Address)[] all = [(ContactWay.WeCom, user), (ContactWay.Sms, mobile), (ContactWay.Phone, index == 0 ? $"0751-000{1000 + n}" : mobile)];
            var ordered = n % 7 == 6 && index == 0 ? all.Reverse() : all;
            foreach (var (way, address) in ordered.Where(c => (hasApp || c.Way != ContactWay.WeCom) && (index < 2 || c.Way != ContactWay.Sms)))
            {
                book.SetChannel(post, way, keys.Seal(address), ContactAddress.Masked(way, address), act);
            }
        }
    }
}

/// <summary><c>urgent.json</c>.</summary>
internal sealed record UrgentFile(IReadOnlyList<UrgentOrder> Orders);
