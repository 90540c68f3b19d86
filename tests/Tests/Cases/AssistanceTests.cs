using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases;
using Yimen.Cases.Assistance;
using Yimen.Cases.Contracts;
using Yimen.Platform.Documents;
using Yimen.Platform.Figures;
using Yimen.Platform.Files;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>帮办代办: from the call to the papers handed back, in the village's own area, without charge.</summary>
public sealed class AssistanceTests(Town town) : IClassFixture<Town>
{
    private static readonly FigureScope November = new(new(2020, 11, 30), new(2020, 11, 1), new(2020, 12, 1));
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_call_to_the_papers_handed_back()
    {
        var id = await Requested();
        Assert.Equal((AssistanceState.Requested, "DB20201102"), ((await Order(id)).State, (await Order(id)).Number[..10]));
        await Assign(id);
        var letter = (await Order(id)).DocumentId!.Value;
        var village = await town.SignedIn("town1");
        var paper = await Town.PageOf(await village.GetAsync($"/documents/{letter}", Ct));
        Assert.Contains("不收取任何费用", paper.Body!.TextContent);
        Assert.Contains("丘甲", paper.Body.TextContent);

        await Authorise(id);
        Assert.Equal(HttpStatusCode.SeeOther, (await Form(id, "papers", [("paper", "户口簿"), ("copies", "1"), ("original", "true")], ("photo", "户口簿.png", Png), ("signature", "签字.png", Png))).StatusCode);
        var c = await town.Receive(TownCatalogue.ElderBeixiang, "town1", "T-BXZ-01");
        await Form(id, "cases", [("caseNumber", (await town.CaseOf(c)).Number)]);
        Assert.Equal("丘甲", (await town.CaseOf(c)).Applicant.Agent);

        var early = await Form(id, "completion", [("outcome", "办好了")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        var said = await Town.PageOf(early);
        Assert.Contains("还有 1 份原件", said.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("办好了", said.QuerySelector("[name=outcome]")!.TextContent);
        await Form(id, $"papers/{(await Order(id)).Papers[0].Id}/return", [("end", "ToPerson")], ("backSignature", "签收.png", Png));
        await Form(id, "completion", [("outcome", "优待证已送到家")]);

        var done = await Order(id);
        Assert.Equal((AssistanceState.Finished, "优待证已送到家"), (done.State, done.Outcome));
        Assert.Equal(["申请帮办", "指派帮办员", "登记委托书", "代收材料", "关联代办件", "交还材料", "办结帮办"],
            await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync(Ct)));
        Assert.Equal(4, await town.Rows(db => db.Set<StoredFile>().CountAsync(f => f.MatterId == id, Ct)));
        Assert.Empty(await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id && t.ClosedAt == null).ToListAsync(Ct)));
        var slip = await Town.PageOf(await village.GetAsync($"/desk/assistance/{id}/slip", Ct));
        Assert.Contains("交还本人", slip.Body!.TextContent);
    }

    [Fact]
    public async Task Nothing_is_taken_before_the_letter_is_signed_and_another_agent_needs_another_letter()
    {
        var id = await Requested();
        await Assign(id);
        Assert.Null((await Page(id)).QuerySelector($"form[action='/desk/assistance/{id}/papers']"));
        var none = await Form(id, "authority", [("signedOn", "2020-11-02")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Contains("拍照或扫描", (await Town.PageOf(none)).QuerySelector(".error-summary")!.TextContent);
        var wrong = await Form(id, "authority", [("signedOn", "2020-11-02")], ("scan", "委托书.png", [1, 2, 3, 4, 5, 6, 7, 8, 9]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);

        await Authorise(id);
        await Assign(id);

        Assert.Equal(AssistanceState.Assigned, (await Order(id)).State);
        Assert.Equal(2, await town.Rows(db => db.Set<DocumentRecord>().CountAsync(d => d.MatterId == id, Ct)));
    }

    [Fact]
    public async Task Only_the_person_s_own_case_from_a_village_s_or_town_s_window_is_linked()
    {
        var id = await Requested(serial: 8);
        await Assign(id);
        await Authorise(id);
        var another = (await town.CaseOf(await town.Receive(TownCatalogue.ElderBeixiang, "town1", "T-BXZ-01"))).Number;

        var answer = await Form(id, "cases", [("caseNumber", another)]);
        var unknown = await Form(id, "cases", [("caseNumber", "20201102NOBODY0001")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (answer.StatusCode, unknown.StatusCode));
        Assert.Empty((await Order(id)).Cases);
    }

    [Fact]
    public async Task Another_town_s_people_do_not_see_it_and_the_village_s_inbox_waits_for_it()
    {
        var id = await Requested(area: TownPlaces.LangtianArea.Value, by: "clerk1");

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("town1")).GetAsync($"/desk/assistance/{id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-head")).GetAsync("/desk/assistance", Ct)).StatusCode);
        Assert.Equal(TownPlaces.LangtianArea, await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == id && t.ClosedAt == null).Select(t => t.Area!.Value).SingleAsync(Ct)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Request("town1", TownPlaces.LangtianArea.Value, 9)).StatusCode);
    }

    [Fact]
    public async Task A_retried_form_is_done_once_and_carries_its_draft_s_key()
    {
        var browser = await town.SignedIn("town1");
        var hidden = await town.HiddenFields(browser, "/desk/assistance/new", "/desk/assistance");
        var page = await Town.PageOf(await browser.GetAsync("/desk/assistance/new", Ct));
        Assert.Equal($"{await town.Account("town1"):N}/assistance-new", page.QuerySelector("form[method=post][action='/desk/assistance']")!.GetAttribute("data-draft"));

        var first = await TownDoor.Post(browser, "/desk/assistance", hidden, Fields(TownPeople.Beixiang.Value, 10));
        var second = await TownDoor.Post(browser, "/desk/assistance", hidden, Fields(TownPeople.Beixiang.Value, 10));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task A_person_asks_online_and_sees_how_it_stands()
    {
        var citizen = await town.SignedIn("citizen1");
        var answer = await town.PostForm(citizen, "/my/assistance", "/my/assistance", Fields(TownPeople.Beixiang.Value, 11).Where(f => f.Item1 != "door"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        var page = await Town.PageOf(await citizen.GetAsync("/my/assistance", Ct));

        Assert.Contains("待指派", page.QuerySelector("tbody")!.TextContent);
        var row = await town.Rows(db => db.AssistanceOrders.AsNoTracking().OrderByDescending(o => o.Id).FirstAsync(o => o.AccountId != null, Ct));
        Assert.Equal(AssistanceDoor.Portal, row.Door);
        Assert.DoesNotContain(CaseAtCounter.Resident(11), row.Person.Number.Text);
    }

    [Fact]
    public async Task Withdrawn_it_says_why_and_holds_no_original_back()
    {
        var id = await Requested(serial: 12);
        var silent = await Form(id, "withdrawal", [("reason", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.True((await Town.PageOf(silent)).QuerySelector("details:has([name=reason])")!.HasAttribute("open"));

        await Form(id, "withdrawal", [("reason", "儿子回来自己办")]);

        Assert.Equal(AssistanceState.Withdrawn, (await Order(id)).State);
    }

    [Fact]
    public async Task The_round_list_says_who_is_visited_when_and_what_was_found()
    {
        var village = await town.SignedIn("town1");
        var answer = await town.PostForm(village, "/desk/visits", "/desk/visits", ("name", "演示辛"), ("phone", "0751-0000777"), ("area", TownPeople.Beixiang.Value), ("purpose", "高龄津贴年审"), ("day", "2020-11-02"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var visit = await town.Rows(db => db.VillageVisits.AsNoTracking().SingleAsync(v => v.Name == "演示辛", Ct));
        Assert.Equal(new DateOnly(2020, 11, 2), await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == visit.Id).Select(t => t.Due!.Value).SingleAsync(Ct)));

        var action = $"/desk/visits/{visit.Id}/result";
        await town.PostForm(village, "/desk/visits", action, ("note", "没人在家"), ("later", "2020-11-04"));
        Assert.Equal(HttpStatusCode.Conflict, (await town.PostForm(village, "/desk/visits", action, ("note", ""), ("later", ""))).StatusCode);
        await town.PostForm(village, "/desk/visits", action, ("note", "已见到本人"), ("later", ""));

        var done = await town.Rows(db => db.VillageVisits.AsNoTracking().SingleAsync(v => v.Id == visit.Id, Ct));
        Assert.Equal((VisitState.Done, new DateOnly(2020, 11, 4), "已见到本人"), (done.State, done.Day, done.Note));
        var sheet = await Town.PageOf(await village.GetAsync("/desk/visits/sheet?day=2020-11-04", Ct));
        Assert.Contains("演示辛", sheet.QuerySelector("tbody")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-head")).GetAsync("/desk/visits", Ct)).StatusCode);
    }

    [Fact]
    public async Task Requests_ends_linked_cases_and_visits_are_counted()
    {
        var before = await Count("C81");
        await Requested(serial: 13);

        Assert.Equal(before + 1, await Count("C81"));
        Assert.True(await Count("C82") >= 0 && await Count("C83") >= 0 && await Count("C84") >= 0);
    }

    [Fact]
    public void The_readme_draws_both_tables()
    {
        var readme = File.ReadAllText(Path.Combine(Architecture.Rooms.Root, "src/Modules/Cases/README.md"));
        Assert.Contains(AssistanceLifecycle.Table.Diagram(), readme);
        Assert.Contains(VisitLifecycle.Table.Diagram(), readme);
    }

    private static (string, string?)[] Fields(string area, int serial) =>
        [("door", "Phone"), ("name", "演示丙"), ("number", CaseAtCounter.Resident(serial)), ("phone", "0751-0000511"), ("area", area), ("address", ""), ("wish", "补办老年人优待证，腿脚不便")];

    private async Task<HttpResponseMessage> Request(string user, string area, int serial) => await town.PostForm(await town.SignedIn(user), "/desk/assistance/new", "/desk/assistance", Fields(area, serial));

    private async Task<Guid> Requested(int serial = 511, string? area = null, string by = "town1")
    {
        var answer = await Request(by, area ?? TownPeople.Beixiang.Value, serial);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, (await Town.PageOf(answer)).Body!.TextContent);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    private async Task Assign(Guid id)
    {
        var agent = (await Page(id)).QuerySelectorAll("select[name=agent] option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        Assert.Equal(HttpStatusCode.SeeOther, (await Form(id, "assignment", [("agent", agent)])).StatusCode);
    }

    private async Task Authorise(Guid id)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await Form(id, "authority", [("signedOn", "2020-11-02")], ("scan", "委托书.png", Png))).StatusCode);
        Assert.Equal(AssistanceState.Authorised, (await Order(id)).State);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Page(Guid id) => await Town.PageOf(await (await town.SignedIn("town1")).GetAsync($"/desk/assistance/{id}", Ct));

    /// <summary>Posts one of the page's forms with its files, as a browser does.</summary>
    private async Task<HttpResponseMessage> Form(Guid id, string noun, (string Name, string Value)[] fields, params (string Field, string Name, byte[] Bytes)[] files)
    {
        var browser = await town.SignedIn("town1");
        var (page, action) = ($"/desk/assistance/{id}", $"/desk/assistance/{id}/{noun}");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in (await town.HiddenFields(browser, page, action)).Select(h => (h.Key, h.Value)).Concat(fields))
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (field, name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, field, name);
        }

        return await browser.PostAsync(action, form, Ct);
    }

    private Task<AssistanceOrder> Order(Guid id) => town.Rows(db => db.AssistanceOrders.Whole.AsNoTracking().SingleAsync(o => o.Id == id, Ct));

    private Task<long> Count(string id) => town.InCounty(async (db, services) =>
        (await services.GetRequiredService<FigureBook>().Compute(db, services.GetRequiredService<FigureBook>().Find(id)!, November, Ct)).Numerator);
}
