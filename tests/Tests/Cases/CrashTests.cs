using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.Web;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>kill -9 during load: the real server in a process of its own, clients that file as fast as it answers, and no warning.</summary>
public sealed class CrashTests(Town town) : IClassFixture<Town>
{
    private const string Api = "/api/v1/cases";
    private const int Clients = 6;
    private const int Enough = 60;

    private static readonly (Guid Item, string Window)[] Doors = [(TownCatalogue.Food, "A01"), (TownCatalogue.Disability, "A03")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly ConcurrentDictionary<string, (Guid Id, string Number)> acknowledged = new();
    private readonly ConcurrentBag<string> unanswered = [];
    private int answered;

    [Fact]
    public async Task Killed_under_load_it_loses_no_acknowledged_case_and_leaves_no_half_one()
    {
        var token = (await ServerProcess.Run(town, "token", "--user", "clerk1", "--data", town.Directory)).Output.Trim();
        using (var server = await ServerProcess.Start(town))
        {
            using var program = server.Program(token);
            await Task.WhenAll(Enumerable.Range(0, Clients).Select(n => FileUntilItDies(program, n, server)));
        }

        using (var again = await ServerProcess.Start(town))
        {
            using var program = again.Program(token);
            await EverythingAcknowledgedIsThere(program);
            await EveryKeyAnswersWithOneCase(program);
            await again.Kill();
        }

        Assert.Equal(Clients, unanswered.Count); // each was cut off in the middle of a request
        await EveryCaseIsWhole();
        await NumbersHaveNoGap();
        var (code, output, errors) = await ServerProcess.Run(town, "journal", "verify", "--data", town.Directory);
        Assert.True(code == 0, output + errors);
    }

    private async Task FileUntilItDies(HttpClient program, int client, ServerProcess server)
    {
        for (var n = 0; ; n++)
        {
            var key = $"client-{client}-{n}";
            try
            {
                using var answer = await File(program, key);
                Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
                acknowledged[key] = Told(await answer.Json());
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                unanswered.Add(key);
                return;
            }

            if (Interlocked.Increment(ref answered) == Enough)
            {
                await server.Kill();
            }
        }
    }

    private async Task EverythingAcknowledgedIsThere(HttpClient program)
    {
        Assert.True(acknowledged.Count >= Enough);
        foreach (var (_, (id, number)) in acknowledged)
        {
            using var answer = await program.GetAsync($"{Api}/{id}", Ct);
            Assert.Equal(number, (await answer.Json()).GetProperty("number").GetString());
        }
    }

    private async Task EveryKeyAnswersWithOneCase(HttpClient program)
    {
        foreach (var (key, first) in acknowledged)
        {
            using var answer = await File(program, key);
            Assert.Equal(first, Told(await answer.Json()));
        }

        foreach (var key in unanswered)
        {
            using var once = await File(program, key);
            using var twice = await File(program, key);
            Assert.Equal(Told(await once.Json()), Told(await twice.Json()));
        }
    }

    private async Task EveryCaseIsWhole()
    {
        var cases = await town.Rows(db => db.Cases.Whole.AsNoTracking().ToListAsync(Ct));
        var journal = (await town.Rows(db => db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == "case").ToListAsync(Ct))).ToLookup(j => j.MatterId, j => j.Number);
        var tasks = (await town.Rows(db => db.Set<InboxTask>().AsNoTracking().Where(t => t.Kind == "case" && t.ClosedAt == null).ToListAsync(Ct))).ToLookup(t => t.MatterId, t => t.Code);
        var papers = await town.Rows(db => db.ItemVersionRefs.AsNoTracking().ToDictionaryAsync(v => v.Id, v => v.Content.Materials.Count, Ct));

        Assert.Equal(acknowledged.Count + unanswered.Count, cases.Count); // one a key, no more
        Assert.Equal(cases.Select(c => c.Id).Order(), journal.Select(j => j.Key).Order());
        Assert.All(cases, c =>
        {
            Assert.Equal(Enumerable.Range(1, c.Trail.Count).Select(n => (long)n), journal[c.Id].Order().Select(n => (long)n));
            Assert.Equal(c.WaitsFor.Select(t => t.Code).Order(), tasks[c.Id].Order());
            Assert.Equal(papers[c.VersionId], c.Materials.Count);
        });
    }

    private async Task NumbersHaveNoGap()
    {
        var numbers = await town.Rows(db => db.Cases.AsNoTracking().Select(c => c.Number).ToListAsync(Ct));
        var counters = await town.Rows(db => db.Set<NumberCounter>().AsNoTracking().Where(n => n.Series.StartsWith("case:")).ToListAsync(Ct));
        var days = numbers.GroupBy(n => n[..^4], n => long.Parse(n[^4..], CultureInfo.InvariantCulture)).ToDictionary(g => g.Key, g => g.Order().ToList());

        Assert.True(days.Count >= Doors.Length);
        Assert.All(days.Values, given => Assert.Equal(Enumerable.Range(1, given.Count).Select(n => (long)n), given));
        Assert.Equal(days.ToDictionary(d => d.Key, d => d.Value[^1]), counters.ToDictionary(c => $"{c.Day:yyyyMMdd}{c.Series[5..]}", c => c.Last));
    }

    private static Task<HttpResponseMessage> File(HttpClient program, string key)
    {
        var (item, window) = Doors[key[^1] % Doors.Length];
        return program.Send(Api, CaseProgram.Filed(item, window), key: key);
    }

    private static (Guid Id, string Number) Told(JsonElement filed) => (filed.GetProperty("id").GetGuid(), filed.GetProperty("number").GetString()!);
}
