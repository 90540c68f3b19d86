using System.Net;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Yimen.Cases.Assistance;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>帮办代办 for programs, and the list taken away.</summary>
public sealed class AssistanceApiTests(Town town) : IClassFixture<Town>
{
    private const string Here = "/api/v1/assistance";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_asks_for_help_reads_it_and_assigns_the_agent()
    {
        var village = await town.Program("town1");
        var made = await village.Send(Here, Asked(521), key: "help-1");
        var twice = await village.Send(Here, Asked(521), key: "help-1");
        var id = (await made.Json()).GetProperty("id").GetGuid();
        var agent = await town.Account("town1");

        var assigned = await village.Send($"{Here}/{id}/assignment", new { agent });
        var stranger = await village.Send($"{Here}/{id}/assignment", new { agent = await town.Account("clerk1") });

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.BadRequest), (made.StatusCode, assigned.StatusCode, stranger.StatusCode));
        Assert.Equal(id, (await twice.Json()).GetProperty("id").GetGuid());
        var order = await town.Rows(db => db.AssistanceOrders.AsNoTracking().SingleAsync(o => o.Id == id));
        Assert.Equal((AssistanceState.Assigned, "丘甲"), (order.State, order.AgentName));
        Assert.NotNull(order.DocumentId);
        var read = await (await village.GetAsync($"{Here}/{id}", Ct)).Json();
        Assert.Equal(("演*丙", "assigned", order.Number), (read.GetProperty("person").GetString(), read.GetProperty("state").GetString(), read.GetProperty("number").GetString()));
        var list = await (await village.GetAsync($"{Here}?state=Assigned", Ct)).Json();
        Assert.Contains(list.GetProperty("orders").EnumerateArray(), o => o.GetProperty("id").GetGuid() == id);
        Assert.Equal(["申请帮办", "指派帮办员"], await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync()));
    }

    [Fact]
    public async Task The_rules_hold_for_programs_as_for_people()
    {
        var village = await town.Program("town1");
        var id = (await (await village.Send(Here, Asked(522))).Json()).GetProperty("id").GetGuid();

        var empty = await village.Send(Here, new { });
        var wrong = await village.Send(Here, Asked(522, "440281999999"));
        var early = await village.Send($"{Here}/{id}/completion", new { outcome = "办好了" });
        var silent = await village.Send($"{Here}/{id}/withdrawal", new { });
        var gone = await village.Send($"{Here}/{id}/withdrawal", new { reason = "本人自己去办了" });
        var other = await (await town.Program("market-approver")).GetAsync($"{Here}/{id}", Ct);
        var reader = await (await town.Program("office1")).Send($"{Here}/{id}/withdrawal", new { reason = "不要了" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Conflict, HttpStatusCode.BadRequest, HttpStatusCode.OK), (empty.StatusCode, wrong.StatusCode, early.StatusCode, silent.StatusCode, gone.StatusCode));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (other.StatusCode, reader.StatusCode));
        Assert.Contains("area", (await wrong.Json()).GetProperty("errors").EnumerateObject().Select(e => e.Name));
        Assert.Equal(AssistanceState.Withdrawn, (await town.Rows(db => db.AssistanceOrders.AsNoTracking().SingleAsync(o => o.Id == id))).State);
    }

    [Fact]
    public async Task The_list_is_taken_away_masked_with_its_purpose()
    {
        var id = (await (await (await town.Program("town1")).Send(Here, Asked(523))).Json()).GetProperty("id").GetGuid();
        var number = (await town.Rows(db => db.AssistanceOrders.AsNoTracking().SingleAsync(o => o.Id == id))).Number;
        var (office, page) = (await town.SignedIn("office1"), "/desk/assistance/export?state=all");

        var answer = await town.PostForm(office, page, page, ("purpose", "帮办代办季度统计"));

        var row = (await answer.Content.ReadAsStreamAsync(Ct)).Query(useHeaderRow: true).Cast<IDictionary<string, object>>().Single(r => (string)r["帮办编号"] == number);
        Assert.Equal("演*丙", (string)row["被帮办人"]);
        Assert.Equal("帮办代办季度统计", (await town.Rows(db => db.Set<ExportRecord>().SingleAsync(r => r.What == "帮办代办"))).Purpose);
        Assert.NotNull((await Town.PageOf(await office.GetAsync("/desk/assistance?state=all", Ct))).QuerySelector("a[href='/desk/assistance/export?state=all']"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("town1")).GetAsync(page, Ct)).StatusCode);
    }

    private static object Asked(int serial, string? area = null) => new
    {
        door = "Phone", name = "演示丙", number = CaseAtCounter.Resident(serial), phone = "0751-0000511", area = area ?? TownPeople.Beixiang.Value, wish = "补办老年人优待证，腿脚不便",
    };
}
