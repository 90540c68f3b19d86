using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Rules;
using Yimen.Platform.Journal;
using Yimen.Platform.Limits;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>The hotline's rules as programs read and set them, and two offices at once. Each test has its own town: the tables are one for all.</summary>
public sealed class RuleApiTests : IAsyncLifetime
{
    private const string Limits = "/api/v1/order-limits";
    private const string Rules = "/api/v1/dispatch-rules";
    private readonly Town town = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task A_program_reads_every_dated_value_and_sets_one_from_a_day_on()
    {
        var office = await town.Program("hotline1");

        using var set = await office.PostAsJsonAsync(Limits, new { code = "Help", from = "2020-12-01", value = 4, basis = "热线办通知" }, Ct);

        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        var rows = (await office.GetFromJsonAsync<JsonElement>(Limits, Ct)).EnumerateArray().Where(r => r.GetProperty("code").GetString() == "Help").ToList();
        var own = Assert.Single(rows, r => r.GetProperty("own").GetBoolean());
        Assert.Equal((4, "未生效", "热线办通知"), (own.GetProperty("value").GetInt32(), own.GetProperty("standing").GetString(), own.GetProperty("basis").GetString()));
        Assert.Contains(rows, r => r.GetProperty("standing").GetString() == "现行" && r.GetProperty("value").GetInt32() == 5);
        Assert.Equal((5, 4), (await On(new(2020, 11, 30)), await On(new(2020, 12, 1))));
    }

    [Fact]
    public async Task What_may_not_be_set_is_answered_in_words_and_nothing_is_kept()
    {
        var office = await town.Program("hotline1");
        async Task<(HttpStatusCode, string)> Sent(object input)
        {
            using var answer = await office.PostAsJsonAsync(Limits, input, Ct);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
        }

        var (empty, past, unknown, zero, huge) = (await Sent(new { }), await Sent(new { code = "Help", from = "2020-11-01", value = 4, basis = "通知" }), await Sent(new { code = "Nonsense", from = "2020-12-01", value = 4, basis = "通知" }),
            await Sent(new { code = "Help", from = "2020-12-01", value = 0, basis = "通知" }), await Sent(new { code = "Help", from = "2020-12-01", value = 20_001, basis = "通知" }));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict), (empty.Item1, past.Item1, unknown.Item1, zero.Item1, huge.Item1));
        Assert.Contains("请填写依据", empty.Item2);
        Assert.Contains("不能早于今天", past.Item2);
        Assert.Contains("没有这条规则", unknown.Item2);
        Assert.Contains("limit-range", zero.Item2);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("clerk1")).GetAsync(Limits, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await town.Program("market-liaison")).GetAsync(Limits, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("market-liaison")).PostAsJsonAsync(Limits, new { code = "Help", from = "2020-12-01", value = 4, basis = "通知" }, Ct)).StatusCode);
        Assert.Equal(0, await town.Rows(db => db.Set<DatedLimit>().CountAsync(Ct)));
    }

    [Fact]
    public async Task Two_offices_that_set_at_once_leave_one_row_for_one_day_and_a_journal_entry_for_each_that_was_kept()
    {
        var (one, two) = (await town.Program("hotline1"), await town.Program("hotline2"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? one : two).PostAsJsonAsync(Limits, new { code = "Help", from = "2020-12-01", value = 6 + n, basis = $"通知 {n}" }, Ct)));

        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{a.StatusCode}"));
        var kept = answers.Count(a => a.StatusCode == HttpStatusCode.OK);
        Assert.True(kept >= 1);
        var row = Assert.Single(await town.Rows(db => db.Set<DatedLimit>().AsNoTracking().ToListAsync(Ct)));
        var entries = await town.Rows(db => db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == OrderLimitTable.The.Kind).OrderBy(j => j.Number).ToListAsync(Ct));
        Assert.Equal(Enumerable.Range(1, kept), entries.Select(e => e.Number));
        Assert.Contains($"\"{row.Value}\"", entries[^1].Changes); // the last word stands, and each says what it replaced
    }

    [Fact]
    public async Task The_same_setting_sent_again_is_set_once()
    {
        var office = await town.Program("hotline1");
        office.DefaultRequestHeaders.Add("Idempotency-Key", "help-december");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.PostAsJsonAsync(Limits, new { code = "Help", from = "2020-12-01", value = 4, basis = "通知" }, Ct)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.Kind == OrderLimitTable.The.Kind, Ct)));
    }

    [Fact]
    public async Task A_decision_is_made_a_rule_by_a_program_read_and_ended_once()
    {
        var (office, id) = (await town.Program("hotline1"), await Decided("窨井盖破损"));

        using var made = await office.PostAsJsonAsync($"/api/v1/orders/{id}/dispatch-rule", new { words = "窨井盖 井盖", lead = "MZJ", basis = "协调会议纪要第 3 号", from = "2020-11-02" }, Ct);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var rule = (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        Assert.Equal("协调会议纪要第 3 号", (await office.GetFromJsonAsync<JsonElement>($"{Rules}/{rule}", Ct)).GetProperty("basis").GetString());
        Assert.Equal(1, (await office.GetFromJsonAsync<JsonElement>($"{Rules}?standing=now&q=井盖", Ct)).GetArrayLength());
        using var mute = await office.PostAsJsonAsync($"{Rules}/{rule}/ending", new { until = "2020-11-30" }, Ct);
        using var before = await office.PostAsJsonAsync($"{Rules}/{rule}/ending", new { until = "2020-10-01", reason = "职责已经调整" }, Ct);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (mute.StatusCode, before.StatusCode));

        var other = await town.Program("hotline2");
        var answers = await Task.WhenAll(new[] { office, other, office, other }.Select(o => o.PostAsJsonAsync($"{Rules}/{rule}/ending", new { until = "2020-11-01", reason = "职责已经调整" }, Ct)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(["定为派单规则", "终止派单规则"], await town.JournalOf(rule));
        Assert.Equal("已终止", (await office.GetFromJsonAsync<JsonElement>($"{Rules}/{rule}", Ct)).GetProperty("standing").GetString());
    }

    [Fact]
    public async Task Two_offices_that_make_a_rule_of_one_decision_at_once_make_one()
    {
        var id = await Decided("水渠淤塞");
        var (one, two) = (await town.Program("hotline1"), await town.Program("hotline2"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? one : two).PostAsJsonAsync($"/api/v1/orders/{id}/dispatch-rule", new { words = "水渠", lead = "MZJ", basis = $"纪要 {n}", from = "2020-11-02" }, Ct)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await town.Rows(db => db.Set<DispatchRule>().AsNoTracking().ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_rule_s_gaps_are_told_and_a_stranger_finds_no_door()
    {
        var id = await Decided("祠堂修缮");
        var office = await town.Program("hotline1");

        using var empty = await office.PostAsJsonAsync($"/api/v1/orders/{id}/dispatch-rule", new { }, Ct);
        using var unbound = await office.PostAsJsonAsync($"/api/v1/orders/{id}/dispatch-rule", new { lead = "MZJ", basis = "纪要", from = "2020-11-02" }, Ct);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (empty.StatusCode, unbound.StatusCode));
        Assert.Contains("请填写牵头单位", await empty.Content.ReadAsStringAsync(Ct));
        Assert.Contains("至少写明内容分类、关键词、区域中的一项", await unbound.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("market-liaison")).GetAsync(Rules, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("director")).PostAsJsonAsync($"{Rules}/{Guid.Empty}/ending", new { until = "2020-11-30", reason = "职责已经调整" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.PostAsJsonAsync($"{Rules}/{Guid.Empty}/ending", new { until = "2020-11-30", reason = "职责已经调整" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Anybody().GetAsync(Rules, Ct)).StatusCode);
    }

    [Fact]
    public async Task The_table_of_figures_is_read_by_period_and_dimension_and_nonsense_is_not_there()
    {
        await town.Recorded(("phone", "13800138501"));
        await town.Job("hotline-kpi");
        var office = await town.Program("hotline1");

        var table = await office.GetFromJsonAsync<JsonElement>("/api/v1/hotline/kpi?period=2020-11&by=type", Ct);

        Assert.Equal("2020-11", table.GetProperty("period").GetString());
        foreach (var nonsense in new[] { "period=2020-13", "period=abc", "by=window", "by=all", "period=2031-01" })
        {
            Assert.Equal((nonsense, HttpStatusCode.NotFound), (nonsense, (await office.GetAsync($"/api/v1/hotline/kpi?{nonsense}", Ct)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("market-liaison")).GetAsync("/api/v1/hotline/kpi", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Anybody().GetAsync("/api/v1/hotline/kpi", Ct)).StatusCode);
    }

    private async Task<int> On(DateOnly day) => (await town.Rows(db => db.OrderLimitsOn(day, Ct)))[OrderLimitCode.Help];

    private async Task<Guid> Decided(string title)
    {
        var id = await town.Recorded(("title", title), ("content", $"{title}，两个单位都说不归自己管，请协调。"));
        await town.Step("hotline1", id, "coordination-request", ("text", "两家都说不归自己"));
        using var answer = await town.Step("hotline1", id, "coordination", ("metOn", "2020-11-02"), ("units", "市场监管局、民政局"), ("minutes", "会议核对了两家的三定规定。"), ("due", "2020-11-09"), ("decision", "由民政局牵头处理"), ("lead", "MZJ"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return id;
    }
}
