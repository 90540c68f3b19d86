using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Secondments;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Limits;
using Yimen.Tests.World;
using OrderLimits = Yimen.Platform.Limits.Limits<Yimen.Hotline.Limits.OrderLimitCode>;

namespace Yimen.Tests.Hotline;

/// <summary>选派业务骨干: a unit whose consultations are seldom answered at once sends somebody. Each test has its own town.</summary>
public sealed class SecondmentTests : IAsyncLifetime
{
    private static readonly OrderLimits Limits = OrderLimitTable.The.At(new DateOnly(2020, 11, 30));
    private readonly Town town = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Theory]
    [InlineData(10, 7, false)] // seventy percent is not below seventy
    [InlineData(10, 6, true)]
    [InlineData(2, 0, false)] // too few to judge
    [InlineData(60, 60, false)]
    [InlineData(61, 61, true)] // very many, however well answered
    public void A_unit_is_called_below_the_share_or_above_the_volume(int consultations, int direct, bool called) =>
        Assert.Equal(called, SecondmentCalls.Judge(TownPeople.Market, new(2020, 11, 1), consultations, direct, Limits) is not null);

    [Fact]
    public async Task A_training_carries_its_evidence_and_another_unit_does_not_open_it()
    {
        var id = await Called();
        await Name(id);
        (string, string?)[] fields = [("subject", "受理规范"), ("on", "2020-12-02"), ("hours", "4")];
        async Task<HttpResponseMessage> Send(byte[] bytes, string name)
        {
            var browser = await town.SignedIn("hotline1");
            var hidden = await town.HiddenFields(browser, $"/desk/secondments/{id}", $"/desk/secondments/{id}/trainings");
            using var body = new MultipartFormDataContent();
            foreach (var (key, value) in hidden.Select(h => (h.Key, (string?)h.Value)).Concat(fields))
            {
                body.Add(new StringContent(value!), key);
            }

            body.Add(new ByteArrayContent(bytes), "evidence", name);
            return await browser.PostAsync($"/desk/secondments/{id}/trainings", body, Ct);
        }

        using var lying = await Send("not a paper"u8.ToArray(), "签到表.pdf");
        using var good = await Send(Yimen.Tests.Files.Specimens.Pdf, "签到表.pdf");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (lying.StatusCode, good.StatusCode));
        Assert.Single((await Row(id)).Trainings);
        var link = (await Town.PageOf(await (await town.SignedIn("market-liaison")).GetAsync($"/desk/secondments/{id}", Ct))).QuerySelectorAll("a").Single(a => a.TextContent == "签到表.pdf").GetAttribute("href")!;
        var path = link[link.IndexOf("/desk", StringComparison.Ordinal)..];
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await town.StatusOf("market-liaison", path), await town.StatusOf("civil-liaison", path)));
    }

    [Fact]
    public async Task Called_named_trained_and_ended()
    {
        var id = await Called();
        var task = Assert.Single(await town.TasksOf(id));
        Assert.Equal(("second", "SCJG"), (task.Code, task.Unit!.Value.Value));
        using var named = await Name(id);
        using var trained = await Keep(id, "trainings", ("subject", "受理规范"), ("on", "2020-12-02"), ("hours", "4"));
        using var ended = await Keep(id, "ending", ("why", "期满，常见咨询可以当场答复"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (named.StatusCode, trained.StatusCode, ended.StatusCode));
        var row = await Row(id);
        Assert.Equal((SecondmentState.Ended, 4, new DateOnly(2020, 12, 2)), (row.State, Assert.Single(row.Trainings).Hours, row.EndedOn));
        Assert.Equal(["列入选派", "选派业务骨干", "登记培训", "结束选派"], await town.JournalOf(id));
        Assert.Empty(await town.TasksOf(id));
        Assert.Contains("受理规范", await town.TextOf("market-liaison", $"/desk/secondments/{id}"));
    }

    [Fact]
    public async Task A_second_run_calls_nobody_again()
    {
        await Called();
        await town.Job("secondments");
        Assert.Equal(1, await town.Rows(db => db.Set<Secondment>().CountAsync()));
    }

    [Fact]
    public async Task The_office_may_let_a_unit_off_with_a_reason()
    {
        var id = await Called();
        using var reasonless = await Keep(id, "waiver", ("why", ""));
        using var waived = await Keep(id, "waiver", ("why", "政策刚调整，知识条目已经补齐"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (reasonless.StatusCode, waived.StatusCode));
        Assert.Equal(SecondmentState.Waived, (await Row(id)).State);
    }

    [Fact]
    public async Task Gaps_are_named_at_their_fields_and_somebody_of_another_unit_is_nobody()
    {
        var id = await Called();
        using var answer = await Name(id, ("person", $"{await Account("civil-liaison")}"), ("from", "2020-12-01"), ("until", "2020-11-30"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        var words = page.QuerySelector(".error-summary")!.TextContent;
        Assert.Contains("请选择本单位的工作人员", words);
        Assert.Contains("到岗日期不能早于今天", words);
        Assert.Contains("结束日期不能早于到岗日期", words);
        Assert.Equal("2020-11-30", page.QuerySelector("input[name=until]")!.GetAttribute("value"));
        await Name(id);
        using var hours = await Keep(id, "trainings", ("subject", "受理规范"), ("on", "2020-12-03"), ("hours", "40"));
        Assert.Contains("学时应为 1 至 12", (await Town.PageOf(hours)).QuerySelector(".error-summary")!.TextContent);
        Assert.Empty((await Row(id)).Trainings);
    }

    [Fact]
    public async Task Another_unit_finds_nothing_posted_twice_is_once_and_a_stale_form_is_refused()
    {
        var id = await Called();
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("civil-head", $"/desk/secondments/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("clerk1", "/desk/secondments"));
        await Name(id);
        var browser = await town.SignedIn("hotline1");
        var hidden = await town.HiddenFields(browser, $"/desk/secondments/{id}", $"/desk/secondments/{id}/trainings");
        var other = await town.SignedIn("hotline2");
        var theirs = await town.HiddenFields(other, $"/desk/secondments/{id}", $"/desk/secondments/{id}/trainings");
        (string, string?)[] typed = [("subject", "受理规范"), ("on", "2020-12-02"), ("hours", "4")];
        using var one = await TownDoor.Post(browser, $"/desk/secondments/{id}/trainings", hidden, typed);
        using var two = await TownDoor.Post(browser, $"/desk/secondments/{id}/trainings", hidden, typed);
        using var stale = await TownDoor.Post(other, $"/desk/secondments/{id}/trainings", theirs, typed);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (one.StatusCode, two.StatusCode, stale.StatusCode));
        Assert.Single((await Row(id)).Trainings);
    }

    [Fact]
    public async Task The_office_calls_upon_a_unit_for_a_hot_issue_once_and_gaps_are_named()
    {
        var browser = await town.SignedIn("hotline1");
        var hidden = await town.HiddenFields(browser, "/desk/secondments", "/desk/secondments");
        using var gaps = await TownDoor.Post(browser, "/desk/secondments", hidden, ("unit", "NOPE"), ("why", "热"));
        using var one = await TownDoor.Post(browser, "/desk/secondments", hidden, ("unit", "MZJ"), ("why", "低保政策调整，来电集中"));
        using var two = await TownDoor.Post(browser, "/desk/secondments", hidden, ("unit", "MZJ"), ("why", "低保政策调整，来电集中"));
        using var other = await town.Post("hotline2", "/desk/secondments", "/desk/secondments", ("unit", "MZJ"), ("why", "低保政策调整，来电集中"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, gaps.StatusCode);
        var words = (await Town.PageOf(gaps)).QuerySelector(".error-summary")!.TextContent;
        Assert.Contains("请选择单位", words);
        Assert.Contains("请写清原因", words);
        Assert.Equal((HttpStatusCode.SeeOther, one.Headers.Location, HttpStatusCode.Conflict), (one.StatusCode, two.Headers.Location, other.StatusCode));
        Assert.Equal("低保政策调整，来电集中", Assert.Single(await town.Rows(db => db.Set<Secondment>().AsNoTracking().ToListAsync(Ct))).Why);
        Assert.DoesNotContain("由热线办列入", await town.TextOf("director", "/desk/secondments"));
    }

    private async Task<HttpResponseMessage> Name(Guid id, params (string Name, string? Value)[] fields)
    {
        IEnumerable<(string Name, string? Value)> usual = [("person", $"{await Account("market-editor")}"), ("from", "2020-12-02"), ("until", "2020-12-16")];
        return await town.Post("market-head", $"/desk/secondments/{id}", $"/desk/secondments/{id}/naming", usual.Select(u => fields.FirstOrDefault(f => f.Name == u.Name) is { Name: not null } given ? given : u));
    }

    private Task<HttpResponseMessage> Keep(Guid id, string noun, params (string, string?)[] fields) => town.Post("hotline1", $"/desk/secondments/{id}", $"/desk/secondments/{id}/{noun}", fields);

    private Task<Guid> Account(string user) => town.Rows(db => db.Users.Where(a => a.UserName == user).Select(a => a.Id).SingleAsync());

    private Task<Secondment> Row(Guid id) => town.Rows(db => db.Set<Secondment>().AsNoTracking().Include(s => s.Trainings).FirstAsync(s => s.Id == id));

    // six consultations, all dispatched, none answered at once
    private async Task<Guid> Called()
    {
        for (var n = 0; n < 6; n++)
        {
            var order = await town.Recorded(("type", "Consultation"), ("phone", $"1380013830{n}"), ("title", $"办证要什么材料 {n}"));
            using var sent = await town.Dispatch(order, "SCJG", ("type", "Consultation"));
        }

        town.NextMonth();
        await town.Job("secondments");
        return await town.Rows(db => db.Set<Secondment>().Select(s => s.Id).SingleAsync());
    }
}
