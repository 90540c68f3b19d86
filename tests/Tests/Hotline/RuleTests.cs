using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Rules;
using Yimen.Kernel;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>派单规则: what a meeting decided once is what the next dispatcher reads first. The town's day is Monday, 2 November 2020.</summary>
public sealed class RuleTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_made_a_rule_is_shown_first_to_the_next_dispatcher_with_its_basis_and_stands_in_the_fields()
    {
        var id = await Decided("窨井盖破损");
        var rule = await Made(id, ("words", "窨井盖 井盖"), ("basis", "协调会议纪要第 3 号：井盖由民政局牵头"));
        var like = await town.Recorded(("title", "学校门口井盖松动"), ("content", "学校门口的井盖松动，车辆经过响声很大。"), ("phone", "13800138055"));

        var page = await Town.PageOf(await (await town.SignedIn("hotline2")).GetAsync($"/desk/orders/{like}/dispatch", Ct));

        var first = page.QuerySelector("aside .panel")!;
        Assert.Contains("派单规则", first.TextContent);
        Assert.Contains("协调会议纪要第 3 号", first.TextContent);
        Assert.Equal("协调会议纪要第 3 号：井盖由民政局牵头", page.QuerySelector("input[name=basis]")!.GetAttribute("value"));
        Assert.Equal("MZJ", page.QuerySelector("select[name=unit] option[selected]")!.GetAttribute("value"));
        Assert.Equal(["定为派单规则"], await town.JournalOf(rule));
        Assert.Contains("协调会议纪要第 3 号", await town.TextOf("director", "/desk/dispatch-rules"));
    }

    [Fact]
    public async Task An_ended_rule_is_kept_and_shown_to_no_dispatcher()
    {
        var rule = await Made(await Decided("祠堂修缮"), ("words", "祠堂"), ("basis", "纪要：祠堂由民政局牵头"));
        var other = await town.SignedIn("hotline2");
        var seen = await town.HiddenFields(other, $"/desk/dispatch-rules/{rule}", $"/desk/dispatch-rules/{rule}/ending");
        using var ended = await town.PostForm(await town.SignedIn("hotline1"), $"/desk/dispatch-rules/{rule}", $"/desk/dispatch-rules/{rule}/ending", ("until", "2020-11-01"), ("reason", "职责已经调整"));
        var like = await town.Recorded(("title", "祠堂漏雨"), ("content", "村里的祠堂漏雨，请帮助修一修。"), ("phone", "13800138056"));

        Assert.Equal(HttpStatusCode.SeeOther, ended.StatusCode);
        Assert.DoesNotContain("纪要：祠堂由民政局牵头", await town.TextOf("hotline1", $"/desk/orders/{like}/dispatch"));
        Assert.Contains("纪要：祠堂由民政局牵头", await town.TextOf("hotline1", "/desk/dispatch-rules?standing=ended"));
        Assert.DoesNotContain("纪要：祠堂由民政局牵头", await town.TextOf("hotline1", "/desk/dispatch-rules?standing=now"));
        using var again = await TownDoor.Post(other, $"/desk/dispatch-rules/{rule}/ending", seen, ("until", "2020-11-01"), ("reason", "再终止一次"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task Gaps_are_named_at_their_fields_and_what_was_typed_stays()
    {
        var id = await Decided("古树倾斜");

        using var answer = await town.Step("hotline1", id, "dispatch-rule", ("class", ""), ("words", ""), ("area", ""), ("lead", "NOPE"), ("basis", "纪要第 9 号"), ("from", "2020-11-05"), ("until", "2020-11-01"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        var words = page.QuerySelector(".error-summary")!.TextContent;
        Assert.Contains("至少写明内容分类、关键词、区域中的一项", words);
        Assert.Contains("请选择牵头单位", words);
        Assert.Contains("截止日期不能早于生效日期", words);
        Assert.Equal("纪要第 9 号", page.QuerySelector("input[name=basis]")!.GetAttribute("value"));
        Assert.Empty(await town.Rows(db => db.Set<DispatchRule>().AsNoTracking().Where(r => r.OrderId == id).ToListAsync()));
    }

    [Fact]
    public async Task Posted_twice_it_is_one_rule_and_a_second_one_of_the_same_decision_is_refused()
    {
        var id = await Decided("水渠淤塞");
        var browser = await town.SignedIn("hotline1");
        var hidden = await town.HiddenFields(browser, $"/desk/orders/{id}/dispatch-rule", $"/desk/orders/{id}/dispatch-rule");
        (string, string?)[] typed = [("words", "水渠"), ("lead", "MZJ"), ("basis", "纪要"), ("from", "2020-11-02")];

        using var one = await TownDoor.Post(browser, $"/desk/orders/{id}/dispatch-rule", hidden, typed);
        using var two = await TownDoor.Post(browser, $"/desk/orders/{id}/dispatch-rule", hidden, typed);
        using var other = await town.Step("hotline2", id, "dispatch-rule", typed);

        Assert.Equal(one.Headers.Location, two.Headers.Location);
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Single(await town.Rows(db => db.Set<DispatchRule>().AsNoTracking().Where(r => r.OrderId == id).ToListAsync()));
    }

    [Fact]
    public async Task Nobody_but_the_office_makes_one_and_without_a_decision_there_is_none()
    {
        var id = await Decided("路牌不清");
        var undecided = await town.Recorded(("phone", "13800138057"));

        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("director", $"/desk/orders/{id}/dispatch-rule"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", "/desk/dispatch-rules"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", $"/desk/dispatch-rules/{Guid.Empty}"));
        Assert.Equal(HttpStatusCode.Conflict, await town.StatusOf("hotline1", $"/desk/orders/{undecided}/dispatch-rule"));
    }

    [Theory]
    [InlineData("010000", "", null, "010102", "440281102000", true)] // 大类 holds its 小类
    [InlineData("010200", "", null, "010102", "440281102000", false)]
    [InlineData("010102", "", null, "", "440281102000", false)] // nobody classed it: a class alone says nothing
    [InlineData("010102", "路灯", null, "", "440281102000", true)]
    [InlineData("", "井盖", null, "010102", "440281102000", false)]
    [InlineData("", "路灯", "440281102000", "010102", "440281102201", true)] // a town holds its villages
    [InlineData("", "路灯", "440281103000", "010102", "440281102201", false)]
    public void A_rule_speaks_of_an_order_that_meets_every_bound_it_sets(string ruled, string words, string? area, string contentClass, string where, bool fits)
    {
        var rule = RuleHistory.Rule(new(ruled, words.Length == 0 ? [] : [words], area is null ? null : new AreaCode(area), new("MZJ"), "纪要", new(2020, 1, 1), null));

        Assert.Equal(fits, rule.Fits(RuleHistory.Order(contentClass, where)));
    }

    [Fact]
    public void A_rule_without_any_bound_would_speak_of_every_order_and_is_refused() =>
        Assert.Equal("rule-bounds", Assert.Throws<RuleViolation>(() => RuleHistory.Rule(new("", [], null, new("MZJ"), "纪要", new(2020, 1, 1), null))).Code);

    private async Task<Guid> Decided(string title)
    {
        var id = await town.Recorded(("title", title), ("content", $"{title}，两个单位都说不归自己管，请协调。"));
        await town.Step("hotline1", id, "coordination-request", ("text", "两家都说不归自己"));
        using var answer = await town.Step("hotline1", id, "coordination",
            ("metOn", "2020-11-02"), ("units", "市场监管局、民政局"), ("minutes", "会议核对了两家的三定规定。"), ("decision", "由民政局牵头处理"), ("lead", "MZJ"), ("due", "2020-11-09"), ("rule", "true"));
        Assert.Equal($"/desk/orders/{id}/dispatch-rule", answer.Headers.Location!.ToString());
        return id;
    }

    private async Task<Guid> Made(Guid id, params (string Name, string? Value)[] fields)
    {
        IEnumerable<(string Name, string? Value)> usual = [("class", ""), ("lead", "MZJ"), ("from", "2020-11-01")];
        using var answer = await town.Step("hotline1", id, "dispatch-rule", [.. usual, .. fields]);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }
}

/// <summary>A rule and an order in memory.</summary>
internal static class RuleHistory
{
    private static readonly OrderHistory Lived = new(0, 0, 0);
    private static readonly Actor Office = new(new Guid(1, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "热线办甲", new UnitId("XZZX"));

    public static WorkOrder Order(string contentClass, string area)
    {
        var by = Lived.By(Office);
        var draft = new OrderDraft
        {
            Source = Yimen.Hotline.Contracts.OrderSource.WalkIn, Type = Yimen.Hotline.Contracts.OrderType.Help, Area = new(area), ContentClass = contentClass, Content = "人民南路的路灯不亮", Title = "路灯不亮",
            Requester = new() { Name = new("*"), Phone = new("*"), PhoneIndex = "p" },
        };
        return WorkOrder.Receive(by.NewId(), "ABC234", draft, by.Limits.Terms(draft.Type), by.Act, by.Clock);
    }

    public static DispatchRule Rule(RuleDraft draft)
    {
        var (by, order) = (Lived.By(Office, "两家都说不归自己"), Order("", "440281102000"));
        order.ProposeCoordination(by.NewId(), by.Act);
        order.DecideCoordination(new(by.Act.Today, "两家", "双方各说各的职责。", "由民政局牵头", new("MZJ"), by.Act.Today.AddDays(9), []), by.Act);
        return DispatchRule.Make(by.NewId(), order, draft, by.Act);
    }
}
