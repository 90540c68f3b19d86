using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Yimen.Cases.Grievances;
using Yimen.Kernel;
using Yimen.Platform.Delivery;
using Yimen.Platform.Figures;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases.Counter;

/// <summary>办不成事反映: recorded anywhere, answered by the unit in three working days, examined by the centre.</summary>
public sealed class GrievanceTests(Town town) : IClassFixture<Town>
{
    private const string Story = "材料带齐了又说还差一份，没有书面说明。";
    private const string Reply = "已联系本人，清单当时没有讲清，现在可以直接办理。";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_window_records_waits_for_the_centre_until_the_third_working_day()
    {
        var id = await AtWindow();

        var row = await Row(id);
        Assert.Equal((GrievanceState.Recorded, "A01", true), (row.State, row.Window, row.RefusedOrally));
        Assert.Equal("食品经营许可（新办）", row.ItemName);
        Assert.Equal(new DateOnly(2020, 11, 5), row.Due); // Monday; Tuesday, Wednesday, Thursday
        Assert.StartsWith("BCS20201102", row.Number);
        Assert.DoesNotContain("13800138011", row.Phone.Text);
        var task = await Task(id);
        Assert.Equal(("dispatch", Roles.Coordination, (DateOnly?)row.Due), (task.Code, task.Role, task.Due));
    }

    [Fact]
    public async Task The_unit_answers_the_centre_closes_with_cause_and_measure_and_the_person_reads_it()
    {
        var (number, code) = await OnPortal();
        var id = await town.Rows(db => db.Grievances.Where(g => g.Number == number).Select(g => g.Id).FirstAsync());

        await Step("coordination1", id, "dispatch", ("unit", "SCJG"));
        Assert.Equal(("answer", Roles.UnitHead, (UnitId?)TownPeople.Market), await With(id));
        Assert.DoesNotContain(Reply, await LookUp(number, code));
        await Step("market-head", id, "answer", ("text", Reply));
        Assert.DoesNotContain(Reply, await LookUp(number, code)); // not yet examined
        await Step("coordination1", id, "closure", ("cause", "01"), ("text", "窗口人员重新学习事项指南，逐条核对告知单。"));

        var told = await LookUp(number, code);
        Assert.Contains(Reply, told);
        Assert.Contains("窗口人员重新学习事项指南", told);
        Assert.Null(await town.Rows(db => db.Set<InboxTask>().FirstOrDefaultAsync(t => t.MatterId == id && t.ClosedAt == null)));
        Assert.Equal(["登记反映", "转办", "答复", "审核办结"], await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Who_wrote_it_signed_in_finds_it_under_their_own_and_is_told_when_it_is_answered()
    {
        var browser = await town.SignedIn("citizen1");
        await town.PostForm(browser, "/grievances/new", "/grievances/new", ("name", "演示甲"), ("phone", "13800138001"), ("matter", Story), ("item", ""));
        var row = await town.Rows(db => db.Grievances.AsNoTracking().SingleAsync(g => g.AccountId != null));
        var own = $"/my/grievances/{row.Id}";
        Assert.Contains(row.Number, (await Town.PageOf(await browser.GetAsync("/my", Ct))).QuerySelector($"a[href='{own}']")!.Closest("li, tr, section, article, div")!.TextContent);
        await Step("coordination1", row.Id, "dispatch", ("unit", "SCJG"));
        await Step("market-head", row.Id, "answer", ("text", Reply));
        Assert.DoesNotContain(Reply, (await Town.PageOf(await browser.GetAsync(own, Ct))).Body!.TextContent); // not yet examined

        await Step("coordination1", row.Id, "closure", ("cause", "01"), ("text", "窗口人员重新学习事项指南，逐条核对告知单。"));

        Assert.Contains(Reply, (await Town.PageOf(await browser.GetAsync(own, Ct))).Body!.TextContent);
        Assert.Contains("已答复", (await Town.PageOf(await browser.GetAsync("/my/grievances", Ct))).QuerySelector("tbody")!.TextContent);
        var message = await town.Rows(db => db.Set<Message>().AsNoTracking().SingleAsync(m => m.Href == own));
        Assert.Equal((row.AccountId!.Value, "您反映的事已有答复"), (message.AccountId, message.Subject));
        Assert.Equal(1, await town.Rows(db => db.Set<OutboxMessage>().CountAsync(m => m.MatterId == row.Id && m.Channel == DeliveryChannel.Sms)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen2")).GetAsync(own, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await town.Anybody().GetAsync(own, Ct)).StatusCode);
    }

    [Fact]
    public async Task Who_has_no_account_is_told_by_sms_why_it_was_not_taken_up()
    {
        var id = await AtWindow();

        await Step("coordination1", id, "refusal", ("text", "反映的是邻里纠纷，请到所在镇街综治中心。"));

        var letter = await town.Rows(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.MatterId == id));
        Assert.Equal((DeliveryChannel.Sms, "您的反映未予登记"), (letter.Channel, letter.Subject));
    }

    [Fact]
    public async Task A_returned_answer_has_the_period_once_more_and_keeps_the_first()
    {
        var id = await Answered();

        await Step("coordination1", id, "return", ("text", "没有写明什么时候办好，请补充。"));

        var row = await Row(id);
        Assert.Equal((GrievanceState.Dispatched, 1, new DateOnly(2020, 11, 5)), (row.State, row.Answers.Count, row.FirstDue));
        Assert.Equal(new DateOnly(2020, 11, 2), row.FirstAnsweredOn);
    }

    [Fact]
    public async Task Where_the_fault_is_ours_it_is_not_closed_without_a_measure()
    {
        var id = await Answered();

        var answer = await Step("coordination1", id, "closure", ("cause", "03"), ("text", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("整改措施", (await Town.PageOf(answer)).QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(GrievanceState.Answered, (await Row(id)).State);
    }

    [Fact]
    public async Task Another_unit_does_not_find_it_and_a_clerk_does_not_dispatch()
    {
        var id = await Answered();

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-head")).GetAsync($"/desk/grievances/{id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("clerk1")).GetAsync($"/desk/grievances/{id}/dispatch", Ct)).StatusCode);
    }

    [Fact]
    public async Task What_is_not_dispatched_is_not_answered_and_the_centre_does_not_answer_for_a_unit()
    {
        var id = await AtWindow();
        Assert.Equal(HttpStatusCode.Conflict, (await (await town.SignedIn("coordination1")).GetAsync($"/desk/grievances/{id}/answer", Ct)).StatusCode);

        await Step("coordination1", id, "dispatch", ("unit", "SCJG"));
        var answer = await Step("coordination1", id, "answer", ("text", Reply));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(GrievanceState.Dispatched, (await Row(id)).State);
    }

    [Fact]
    public async Task A_form_filled_over_an_older_state_is_shown_both_versions()
    {
        var id = await Answered();
        var browser = await town.SignedIn("coordination1");
        var hidden = await town.HiddenFields(browser, $"/desk/grievances/{id}/closure", $"/desk/grievances/{id}/closure");
        await Step("coordination1", id, "return", ("text", "没有写明什么时候办好，请补充。"));

        var answer = await TownDoor.Post(browser, $"/desk/grievances/{id}/closure", hidden, ("cause", "08"), ("text", ""));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("待答复", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task The_phone_is_masked_until_a_reason_is_given_and_the_reason_stays()
    {
        var id = await AtWindow();
        var browser = await town.SignedIn("coordination1");
        var page = $"/desk/grievances/{id}";
        Assert.DoesNotContain("13800138011", await (await browser.GetAsync(page, Ct)).Content.ReadAsStringAsync(Ct));

        var without = await town.PostForm(browser, page, $"{page}/contact", ("reason", ""));
        var with = await town.PostForm(browser, page, $"{page}/contact", ("reason", "电话核实"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        Assert.Contains("13800138011", (await Town.PageOf(with)).Body!.TextContent);
        Assert.Equal("电话核实", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id && j.Verb == "查看电话").Select(j => j.Reason).FirstAsync()));
    }

    [Fact]
    public async Task A_wrong_code_is_answered_like_a_number_that_is_not_there()
    {
        var (number, _) = await OnPortal();

        var wrong = await town.Anybody().GetAsync($"/grievances?number={number}&code=AAAAAA", Ct);
        var none = await town.Anybody().GetAsync("/grievances?number=BCS209901010001&code=AAAAAA", Ct);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (wrong.StatusCode, none.StatusCode));
        Assert.DoesNotContain(Story, await wrong.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Gaps_are_named_at_their_fields_and_what_was_typed_stays()
    {
        var answer = await town.PostForm(town.Anybody(), "/grievances/new", "/grievances/new", ("matter", "不行"), ("name", "演示庚"), ("phone", "1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Equal("演示庚", page.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Equal(2, page.QuerySelectorAll(".error-summary li").Length);
    }

    [Fact]
    public async Task The_month_s_causes_open_their_rows_figures_count_them_and_the_list_is_taken_out()
    {
        var before = await Count("C47");
        var id = await Answered();
        await Step("coordination1", id, "closure", ("cause", "05"), ("text", "超时的当天提醒到人，每周通报。"));
        var director = await town.SignedIn("director");

        var month = await Town.PageOf(await director.GetAsync("/desk/grievances/causes?month=2020-11", Ct));
        var link = month.QuerySelectorAll("tbody a").First(a => a.TextContent == "超过承诺时限").GetAttribute("href")!;
        var list = await Town.PageOf(await director.GetAsync(link, Ct));
        var file = await town.PostForm(director, "/desk/grievances/export?cause=05", "/desk/grievances/export?cause=05", ("purpose", "月度分析"));

        Assert.Contains((await Row(id)).Number, list.QuerySelector("tbody")!.TextContent);
        Assert.Equal(before + 1, await Count("C47"));
        Assert.True(await Count("C45") <= await Count("C44"));
        var rows = (await file.Content.ReadAsStreamAsync(Ct)).Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.All(rows, r => Assert.Equal("超过承诺时限", r["原因"]));
        Assert.All(rows, r => Assert.Contains("*", (string)r["反映人"]));
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void Every_verb_moves_from_where_the_table_lets_it_and_from_nowhere_else(int state, int verb)
    {
        var (from, act) = ((GrievanceState)state, (GrievanceVerb)verb);
        if (GrievanceLifecycle.Table.Can(from, act))
        {
            Assert.DoesNotContain(from, new[] { GrievanceState.Closed, GrievanceState.Declined }); // what is finished stays finished
        }
        else
        {
            Assert.Equal("wrong-state", Assert.Throws<RuleViolation>(() => GrievanceLifecycle.Table.After(from, act)).Code);
        }
    }

    public static TheoryData<int, int> EveryStep()
    {
        var all = new TheoryData<int, int>();
        foreach (var state in Enum.GetValues<GrievanceState>())
        {
            foreach (var verb in Enum.GetValues<GrievanceVerb>())
            {
                all.Add((int)state, (int)verb);
            }
        }

        return all;
    }

    [Fact]
    public async Task A_few_words_that_fit_several_items_stay_as_they_were_typed()
    {
        var answer = await town.PostForm(town.Anybody(), "/grievances/new", "/grievances/new", ("matter", Story), ("item", "许可"), ("name", "演示癸"), ("phone", "13800138013"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var row = await town.Rows(db => db.Grievances.AsNoTracking().OrderByDescending(g => g.RecordedAt).ThenByDescending(g => g.Number).FirstAsync());
        Assert.Equal(((Guid?)null, "许可"), (row.ItemId, row.ItemName));
    }

    private async Task<Guid> AtWindow()
    {
        var browser = await town.SignedIn("clerk1");
        using var answer = await town.PostForm(browser, "/desk/grievances/new", "/desk/grievances/new", ("channel", "Window"), ("window", "A01"), ("matter", Story), ("item", "食品经营许可（新办）"),
            ("refused", "true"), ("name", "演示辛"), ("phone", "13800138011"));
        var location = answer.Headers.Location?.ToString() ?? throw new InvalidOperationException((await Town.PageOf(answer)).Body!.TextContent);
        return Guid.Parse(location.Split('/')[^1]);
    }

    private async Task<(string Number, string Code)> OnPortal()
    {
        using var answer = await town.PostForm(town.Anybody(), "/grievances/new", "/grievances/new", ("matter", Story), ("name", "演示壬"), ("phone", "13800138012"));
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(new("http://localhost"), answer.Headers.Location!).Query);
        return (query["number"].ToString(), query["code"].ToString());
    }

    private async Task<Guid> Answered()
    {
        var id = await AtWindow();
        await Step("coordination1", id, "dispatch", ("unit", "SCJG"));
        await Step("market-head", id, "answer", ("text", Reply));
        return id;
    }

    private async Task<HttpResponseMessage> Step(string user, Guid id, string noun, params (string, string?)[] fields)
    {
        var page = $"/desk/grievances/{id}/{noun}";
        return await town.PostForm(await town.SignedIn(user), page, page, fields);
    }

    private async Task<string> LookUp(string number, string code) => await (await town.Anybody().GetAsync($"/grievances?number={number}&code={code}", Ct)).Content.ReadAsStringAsync(Ct);

    private Task<Grievance> Row(Guid id) => town.Rows(db => db.Grievances.AsNoTracking().Whole.FirstAsync(g => g.Id == id));

    private Task<InboxTask> Task(Guid id) => town.Rows(db => db.Set<InboxTask>().SingleAsync(t => t.MatterId == id && t.ClosedAt == null));

    private async Task<(string, string, UnitId?)> With(Guid id)
    {
        var task = await Task(id);
        return (task.Code, task.Role, task.Unit);
    }

    private Task<long> Count(string figure) => town.InCounty(async (db, services) =>
    {
        var book = services.GetRequiredService<FigureBook>();
        return (await book.Compute(db, book.Find(figure)!, new(new(2020, 11, 30), new(2020, 11, 1), new(2020, 12, 1)), Ct)).Numerator;
    });
}
