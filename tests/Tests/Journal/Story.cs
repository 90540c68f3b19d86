using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Journal;

/// <summary>Writes a matter's journal by the program, and meddles with it behind the program's back.</summary>
internal static class Story
{
    /// <summary>An account of its own with <paramref name="entries"/> entries; the first is its opening.</summary>
    public static async Task<MatterRef> Written(this Town town, string user, int entries)
    {
        var now = town.Time.Now();
        await town.InCounty(async (_, services) =>
        {
            await services.GetRequiredService<Accounts>().Create(new Act(Actor.System, now), [new NewAccount(user, "演示" + user, AccountKind.Citizen)]);
            return true;
        });
        var matter = await town.Rows(db => db.Set<Account>().Where(a => a.UserName == user).Select(a => new MatterRef(Account.MatterKind, a.Id)).SingleAsync());
        for (var i = 2; i <= entries; i++)
        {
            await town.Noted(matter, $"试记{i}", new Change("序号", null, $"{i}"));
        }
        return matter;
    }

    public static Task<bool> Noted(this Town town, MatterRef matter, string verb, params Change[] changes) => town.InCounty(async (db, services) =>
    {
        var act = new Act(new Actor(Guid.Empty, "李甲", TownPeople.Centre), town.Time.Now(), "试验");
        await services.GetRequiredService<Writer>().Write(act, async () =>
            (await db.Set<Account>().SingleAsync(a => a.Id == matter.Id)).Trail.Note(act, verb, "甲", "乙", changes), default);
        return true;
    });

    public static Task<JournalReport> Examined(this Town town) => town.InCounty((_, services) => services.GetRequiredService<JournalCheck>().Run());

    public static async Task<JournalFinding?> FindingOn(this Town town, MatterRef matter) => (await town.Examined()).Findings.FirstOrDefault(f => f.Matter == matter);

    public static Task<JournalSeal?> Sealed(this Town town, DateOnly day) =>
        town.InCounty((_, services) => services.GetRequiredService<JournalSeals>().Seal(day, town.Time.Now()));

    /// <summary>Raw SQL on the journal of one matter; <c>{m}</c> stands for the matter.</summary>
    public static Task<int> Meddle(this Town town, MatterRef matter, params string[] statements) => town.Rows(async db =>
    {
        var rows = 0;
        foreach (var sql in statements)
        {
            rows += await db.Database.ExecuteSqlRawAsync(sql.Replace("{m}", "kind = 'account' AND matter_id = {0}"), matter.Id);
        }
        return rows;
    });

    public static Task<long> PositionOf(this Town town, MatterRef matter, int number) =>
        town.Rows(db => db.Set<JournalEntry>().Where(e => e.MatterId == matter.Id && e.Number == number).Select(e => e.Position).SingleAsync());

    public static string Folder(this Town town) => town.Host.Services.GetRequiredService<CountyDirectory>().Sole!.Folder;
}
