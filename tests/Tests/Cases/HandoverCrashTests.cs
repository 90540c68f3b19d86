using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Handovers;
using Yimen.Platform.Documents;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.Web;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>kill -9 while batches are signed out: each was handed over as a whole or not at all, and the same click finishes it.</summary>
public sealed class HandoverCrashTests(Town town) : IClassFixture<Town>
{
    // so many that a busy machine cannot sign all of them out between the second answer and the kill
    private const int Batches = 20;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_in_a_hand_over_no_batch_is_half_out_and_the_same_form_posted_again_makes_one()
    {
        var forms = new List<(Guid Batch, IReadOnlyDictionary<string, string> Hidden)>();
        var jar = new CookieContainer();
        int acknowledged;
        using (var server = await ServerProcess.Start(town))
        {
            using var browser = server.Browser(jar);
            using var entered = await town.PostForm(browser, "/login", "/login", ("user", "clerk1"), ("password", Accounts.DemoPassword));
            for (var n = 0; n < Batches; n++)
            {
                forms.Add(await Filled(browser));
            }

            acknowledged = await DepartUntilItDies(browser, forms, server);
        }

        Assert.InRange(acknowledged, 1, Batches - 1); // it died in the middle
        await EachIsWhole(forms.Select(f => f.Batch), least: acknowledged);
        using (var again = await ServerProcess.Start(town))
        {
            using var browser = again.Browser(jar);
            foreach (var (batch, hidden) in forms)
            {
                using var answer = await TownDoor.Post(browser, $"/desk/handovers/{batch}/departure", hidden);
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            }

            await again.Kill();
        }

        await EachIsWhole(forms.Select(f => f.Batch), least: Batches);
        var numbers = await town.Rows(db => db.Handovers.Select(h => h.Number).ToListAsync(Ct));
        Assert.Equal(Enumerable.Range(1, Batches).Select(n => $"{n:000}"), numbers.Select(n => n[^3..]).Order());
        var (code, output, errors) = await ServerProcess.Run(town, "journal", "verify", "--data", town.Directory);
        Assert.True(code == 0, output + errors);
    }

    private static async Task<int> DepartUntilItDies(HttpClient browser, IReadOnlyList<(Guid Batch, IReadOnlyDictionary<string, string> Hidden)> forms, ServerProcess server)
    {
        var acknowledged = 0;
        async Task Depart((Guid Batch, IReadOnlyDictionary<string, string> Hidden) form)
        {
            try
            {
                using var answer = await TownDoor.Post(browser, $"/desk/handovers/{form.Batch}/departure", form.Hidden);
                Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
                if (Interlocked.Increment(ref acknowledged) == 2)
                {
                    await server.Kill();
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // cut off in the middle: whether it was written is what the test asks
            }
        }

        await Task.WhenAll(forms.Select(Depart));
        return acknowledged;
    }

    // a case, received and scanned into a batch of its own; the form that signs it out, not yet posted
    private async Task<(Guid, IReadOnlyDictionary<string, string>)> Filled(HttpClient browser)
    {
        var page = $"/desk/reception/{TownCatalogue.Food}";
        using var received = await town.PostForm(browser, page, page, ("window", "A01"), ("kind", "Person"), ("name", "演示丙"), ("number", CaseAtCounter.Resident(511)), ("phone", "13800138003"), ("papers", "1"));
        var id = Guid.Parse(received.Headers.Location!.ToString().Split('/')[^2]);
        using var begun = await town.PostForm(browser, "/desk/handovers", "/desk/handovers", ("way", "ToUnit"), ("unit", "SCJG"), ("window", "A01"));
        var slip = begun.Headers.Location!.ToString();
        using var scanned = await town.PostForm(browser, slip, $"{slip}/scans", ("number", (await town.CaseOf(id)).Number));
        Assert.Equal(HttpStatusCode.SeeOther, scanned.StatusCode);
        return (Guid.Parse(slip.Split('/')[^1]), await town.HiddenFields(browser, slip, $"{slip}/departure"));
    }

    private async Task EachIsWhole(IEnumerable<Guid> batches, int least)
    {
        var rows = await town.Rows(db => db.Handovers.AsNoTracking().Include(h => h.Lines).Where(h => batches.Contains(h.Id)).ToListAsync(Ct));
        Assert.True(rows.Count(h => h.State == HandoverState.Handed) >= least);
        foreach (var h in rows)
        {
            var handed = h.State == HandoverState.Handed;
            Assert.Equal(handed ? PaperPlace.UnderWay : PaperPlace.None, Assert.Single(h.Lines).Place);
            Assert.Equal(handed, h.Number.Length > 0);
            Assert.Equal(handed ? 1 : 0, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.MatterId == h.Id && j.Verb == "交出", Ct)));
            Assert.Equal(handed ? 1 : 0, await town.Rows(db => db.Set<DocumentRecord>().CountAsync(d => d.MatterId == h.Id, Ct)));
            Assert.Equal(handed ? 1 : 0, await town.Rows(db => db.Set<InboxTask>().CountAsync(t => t.MatterId == h.Id && t.ClosedAt == null, Ct)));
        }
    }
}
