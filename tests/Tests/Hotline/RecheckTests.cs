using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Rechecks;
using Yimen.Kernel;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>不满意件复核: each month the unit explains, the office decides. Each test has its own town.</summary>
public sealed class RecheckTests : IAsyncLifetime
{
    private const string Words = "已再次联系诉求人并到现场核查，线路已更换，当晚恢复照明。";
    private readonly Town town = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task After_the_month_each_dissatisfied_order_is_asked_of_its_unit_once_and_the_pleased_are_not()
    {
        await town.Closed("13800138201");
        var bad = await Asked();
        await town.Job("order-rechecks");

        var row = Assert.Single(await town.Rows(db => db.Set<OrderRecheck>().AsNoTracking().ToListAsync()));
        Assert.Equal((bad, new DateOnly(2020, 11, 1), TownPeople.Market, new DateOnly(2020, 12, 9)), (row.OrderId, row.Month, row.Unit, row.ExplainBy));
        var task = Assert.Single(await town.TasksOf(row.Id));
        Assert.Equal(("explain", "SCJG"), (task.Code, task.Unit!.Value.Value));
        Assert.Contains((await town.Order(bad)).Number, await town.TextOf("market-liaison", "/desk/order-rechecks"));
    }

    [Fact]
    public async Task Explained_and_accepted()
    {
        await Asked();
        var id = await Id();
        using var said = await Explain(id);
        using var decided = await Answer(id, ("answer", "accept"), ("remark", "属实"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (said.StatusCode, decided.StatusCode));
        Assert.Equal(["列入复核", "说明不满意件", "认可不满意件说明"], await town.JournalOf(id));
        Assert.Empty(await town.TasksOf(id));
        using var again = await town.Post("hotline1", "/desk/order-rechecks", $"/desk/order-rechecks/{id}/answer", []).ContinueWith(t => t.IsFaulted ? new HttpResponseMessage(HttpStatusCode.Conflict) : t.Result, Ct);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode); // no form is left to post
    }

    [Fact]
    public async Task Sent_back_it_is_explained_again_by_a_new_day()
    {
        await Asked();
        var id = await Id();
        await Explain(id);
        town.Time.SetUtcNow(new DateTimeOffset(2020, 12, 8, 1, 0, 0, TimeSpan.Zero));

        using var back = await Answer(id, ("answer", "back"), ("remark", "请补充现场照片"));

        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        var row = await Row(id);
        Assert.Equal((OrderRecheckState.Asked, new DateOnly(2020, 12, 15), new DateOnly(2020, 12, 9)), (row.State, row.ExplainBy, row.FirstBy));
        Assert.Contains("请补充现场照片", await town.TextOf("market-liaison", $"/desk/order-rechecks/{id}"));
    }

    [Fact]
    public async Task Handled_again_the_order_goes_back_to_its_unit_and_a_false_reply_counts_in_the_month()
    {
        var order = await Asked();
        var id = await Id();
        await Explain(id);

        using var decided = await Answer(id, ("answer", "rehandle"), ("remark", "没有修复"), ("falseReply", "true"));

        Assert.Equal(HttpStatusCode.SeeOther, decided.StatusCode);
        Assert.Equal(OrderState.Handling, (await town.Order(order)).State);
        Assert.True((await Row(id)).FalseReply);
        Assert.Equal(1, await town.Rows(db => AppraisalFacts.Of(db, Criterion.FalseReply, AppraisalCounting.ScopeOf(new(2020, 12, 1))).CountAsync(f => f.OrderId == order)));
    }

    [Fact]
    public async Task Late_stays_late_though_it_was_explained_afterwards()
    {
        await Asked();
        var id = await Id();
        town.Time.SetUtcNow(new DateTimeOffset(2020, 12, 10, 1, 0, 0, TimeSpan.Zero));
        Assert.Contains("逾期未说明", await town.TextOf("hotline1", "/desk/order-rechecks?late=yes"));

        await Explain(id);

        var scope = new Yimen.Platform.Figures.FigureScope(new(2020, 12, 31), new(2020, 12, 1), new(2021, 1, 1));
        Assert.Equal(1, await town.Rows(db => RecheckFigures.All.First(f => f.Id == "HB05").Rows!(db, scope).CountAsync()));
        Assert.Equal(0, await town.Rows(db => RecheckFigures.All.First(f => f.Id == "HB03").Rows!(db, scope).CountAsync()));
    }

    [Fact]
    public async Task Gaps_are_named_and_what_was_typed_stays()
    {
        await Asked();
        var id = await Id();
        using var brief = await Explain(id, "属实");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, brief.StatusCode);
        var page = await Town.PageOf(brief);
        Assert.Contains("不少于 10 个字", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Contains("属实", page.QuerySelector("textarea[name=text]")!.TextContent);

        await Explain(id);
        using var reasonless = await Answer(id, ("answer", "back"), ("remark", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reasonless.StatusCode);
        Assert.Contains("退回补充说明须写明", (await Town.PageOf(reasonless)).QuerySelector(".error-summary")!.TextContent);
        using var empty = await (await town.SignedIn("hotline1")).PostAsJsonAsync($"/api/v1/order-rechecks/{id}/answer", new { }, Ct);
        Assert.True(empty.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, $"{empty.StatusCode}");
    }

    [Fact]
    public async Task Another_unit_finds_nothing_and_who_comes_second_sees_that_it_changed()
    {
        await Asked();
        var id = await Id();
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("civil-liaison", $"/desk/order-rechecks/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("clerk1", "/desk/order-rechecks"));
        var browser = await town.SignedIn("market-head");
        var seen = await town.HiddenFields(browser, $"/desk/order-rechecks/{id}", $"/desk/order-rechecks/{id}/explanation");
        await Explain(id);

        using var second = await TownDoor.Post(browser, $"/desk/order-rechecks/{id}/explanation", seen, ("text", Words));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Single((await Row(id)).Explanations);
    }

    [Fact]
    public void What_was_decided_is_decided_and_nothing_is_decided_before_it_was_explained()
    {
        Act By(string? unit) => new(new(new Guid(1, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "某人", unit is null ? null : new UnitId(unit)), new DateTimeOffset(2020, 12, 2, 1, 0, 0, TimeSpan.Zero), "理由");
        var day = new DateOnly(2020, 12, 9);
        var row = OrderRecheck.Ask(Guid.Empty, new(Guid.Empty, "GD1", "路灯", new(2020, 11, 1), TownPeople.Market, "不满意", new(2020, 11, 3)), day, By(null));
        Action[] decisions = [() => row.Accept(By(null)), () => row.SendBack(day, By(null)), () => row.Rehandle(false, By(null))];
        Assert.All(decisions, d => Assert.Equal("wrong-state", Assert.Throws<RuleViolation>(d).Code));
        Assert.Equal("unit-explains", Assert.Throws<RuleViolation>(() => row.Explain(Words, null, By("MZJ"))).Code);
        row.Explain(Words, null, By("SCJG"));
        row.Accept(By(null));

        Assert.All([.. decisions, () => row.Explain(Words, null, By("SCJG"))], d => Assert.Equal("wrong-state", Assert.Throws<RuleViolation>(d).Code));
    }

    private Task<HttpResponseMessage> Explain(Guid id, string text = Words) => town.PostFile("market-liaison", $"/desk/order-rechecks/{id}", $"/desk/order-rechecks/{id}/explanation", [("text", text)]);

    private Task<HttpResponseMessage> Answer(Guid id, params (string, string?)[] fields) => town.Post("hotline1", $"/desk/order-rechecks/{id}", $"/desk/order-rechecks/{id}/answer", fields);

    private Task<OrderRecheck> Row(Guid id) => town.Rows(db => db.Set<OrderRecheck>().AsNoTracking().Include(r => r.Explanations).FirstAsync(r => r.Id == id));

    private Task<Guid> Id() => town.Rows(db => db.Set<OrderRecheck>().Select(r => r.Id).SingleAsync());

    private async Task<Guid> Asked()
    {
        var bad = await town.Closed("13800138209", pleased: false);
        town.NextMonth();
        await town.Job("order-rechecks");
        return bad;
    }
}
