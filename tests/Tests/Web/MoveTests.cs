using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Text;
using Yimen.Tests.World;

namespace Yimen.Tests.Web;

/// <summary>
/// The small town moved to another database. On the SQLite run the other one is a second SQLite file; on the PostgreSQL run the town goes from
/// PostgreSQL to SQLite and from there to a fresh PostgreSQL, so that both ways of <c>migrate --to</c> are walked.
/// </summary>
public sealed class MoveTests(Town town) : IClassFixture<Town>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_stands_on_the_other_side_as_it_stood_here()
    {
        await town.Rows(async db =>
        {
            TextIndex.Put(db, "trial", Guid.AllBitsSet, "旧标题", "旧正文");
            await db.SaveChangesAsync(Ct);
            TextIndex.Put(db, "trial", Guid.AllBitsSet, "食品经营许可证核发", "开餐馆前要办，受理第12号。");
            return await db.SaveChangesAsync(Ct);
        });
        var before = await Told(town.Host.Services);

        await using var there = Otherwhere.Of(town);
        await there.Move(town.Host.Services.GetRequiredService<Installation>());
        await using (var host = there.Host(town.Time))
        {
            Assert.Equal(before, await Told(host.Services));
        }

        if (Template.Cluster is null)
        {
            return;
        }

        await using var again = there.On(await Template.CreateDatabase($"moved{Environment.ProcessId}"));
        await using (var host = there.Host(town.Time))
        {
            await again.Move(host.Services.GetRequiredService<Installation>());
        }

        await using var arrived = again.Host(town.Time);
        Assert.Equal(before, await Told(arrived.Services));
        await WritesGoOn(arrived);
    }

    [Fact]
    public async Task Work_goes_on_after_the_last_numbers_that_were_given()
    {
        await using var there = Otherwhere.Of(town);
        await there.Move(town.Host.Services.GetRequiredService<Installation>());
        await using var host = there.Host(town.Time);

        await WritesGoOn(host);
    }

    [Fact]
    public async Task A_database_in_which_a_county_stands_takes_no_other()
    {
        await using var there = Otherwhere.Of(town);
        await there.Move(town.Host.Services.GetRequiredService<Installation>());

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => there.Move(town.Host.Services.GetRequiredService<Installation>()));

        Assert.Equal("move-target", refused.Code);
    }

    [Fact]
    public async Task Without_the_keys_beside_it_a_county_does_not_leave()
    {
        await using var there = Otherwhere.Of(town);
        Directory.Delete(Path.Combine(there.Directory, "keys"), recursive: true);

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => there.Move(town.Host.Services.GetRequiredService<Installation>()));

        Assert.Equal("move-keys", refused.Code);
    }

    [Fact]
    public async Task A_move_that_was_cut_off_is_begun_anew()
    {
        await using var there = Otherwhere.Of(town);
        await there.Move(town.Host.Services.GetRequiredService<Installation>());
        await using (var host = there.Host(town.Time))
        {
            await using var house = host.Services.GetRequiredService<Installation>().OpenHouse();
            (await house.Counties.SingleAsync(Ct)).Filling = "move"; // as a killed move leaves it
            await house.SaveChangesAsync(Ct);
        }

        var said = await there.Move(town.Host.Services.GetRequiredService<Installation>());

        Assert.Contains(said, line => line.Contains("没有完成，重新开始"));
        await using var fresh = there.Host(town.Time);
        Assert.Equal(await Told(town.Host.Services), await Told(fresh.Services));
    }

    /// <summary>What can be told of a county without regard to its database: rows in every table, the journal examined, a search answered, a number opened.</summary>
    private static async Task<string> Told(IServiceProvider services)
    {
        await services.GetRequiredService<CountyDirectory>().Load(Ct);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(services.GetRequiredService<CountyDirectory>().Sole!);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var lines = new List<string>();
        foreach (var table in db.Model.GetRelationalModel().Tables.Select(t => t.Name).Append("text_entry").Order(StringComparer.Ordinal))
        {
            var count = string.Concat("SELECT count(*) AS \"Value\" FROM \"", table, "\"");
            lines.Add($"{table} {(await db.Database.SqlQueryRaw<long>(count).ToListAsync(Ct))[0]}");
        }

        var people = await db.Set<Account>().AsNoTracking().OrderBy(a => a.Id).ToListAsync(Ct);
        var keys = scope.ServiceProvider.GetRequiredService<CountyScope>().County.Keys;
        lines.AddRange(people.Select(a => $"{a.UserName} {a.OpenedAt:O} {a.Unit} {a.Trail.Count} {keys.Open(a.ResidentId)} {string.Join(' ', a.Grants.Select(g => g.Scope).OrderBy(g => g.ToString()))}"));
        lines.Add($"old {(await TextIndex.Search(db, "trial", "旧正文", 5, Ct)).Count} new {string.Join(' ', await TextIndex.Search(db, "trial", "餐馆 12", 5, Ct))}");
        var report = await scope.ServiceProvider.GetRequiredService<JournalCheck>().Run(Ct);
        lines.Add($"journal {report.Entries} of {report.Matters}, faults {report.Findings.Count}");
        return string.Join('\n', lines);
    }

    private static async Task WritesGoOn(TownHost host)
    {
        await host.Services.GetRequiredService<CountyDirectory>().Load(Ct);
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(host.Services.GetRequiredService<CountyDirectory>().Sole!);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var last = await db.Set<JournalEntry>().MaxAsync(j => j.Position, Ct);
        var act = new Act(Actor.System, host.Services.GetRequiredService<TimeProvider>().Now());

        await scope.ServiceProvider.GetRequiredService<Accounts>().Create(act, new NewAccount($"after-{Guid.AllBitsSet:N}"[..20], "搬后甲", AccountKind.Citizen), Ct);

        Assert.Equal(last + 1, await db.Set<JournalEntry>().MaxAsync(j => j.Position, Ct));
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<JournalCheck>().Run(Ct)).Findings);
    }
}
