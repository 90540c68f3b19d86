using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Open311;
using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Open311;

/// <summary>设定公开事项: which classes are published is the county's to say, from a day to come on. The town's time is Monday, 2 November 2020.</summary>
public sealed class ServiceDeskTests(Town town) : IClassFixture<Town>
{
    private const string List = "/desk/open311/services";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => ChinaTime.DateOf(town.Time.GetUtcNow());

    [Fact]
    public async Task A_class_is_published_from_its_day_on_with_what_it_asks()
    {
        using var set = await Set("020202", ("keywords", "红绿灯"), ("asks", "CROSSING | 文字 | 必填 | 哪个路口 | 两条路的名称\nKIND | 单选 | 选填 | 什么故障 | | dark=不亮、stuck=不变灯"));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        Assert.DoesNotContain("CROSSING", await Definition("020202"));
        Assert.Contains("未生效", await town.TextOf("hotline1", $"{List}/020202"));

        town.Time.Advance(TimeSpan.FromDays(1));

        Assert.All(["CROSSING", "哪个路口", "stuck"], said => Assert.Contains(said, Definition("020202").Result));
        var key = await town.Key("演示路口协会");
        Assert.Equal(HttpStatusCode.BadRequest, (await town.Post("requests.xml", key, ("service_code", "020202"), ("address_string", "东街"), ("description", "红绿灯一直不亮。"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await town.Post("requests.xml", key, ("service_code", "020202"), ("address_string", "东街"), ("description", "红绿灯一直不亮。"), ("attribute[CROSSING]", "东街和北街"))).Status);
    }

    [Fact]
    public async Task Withdrawn_it_is_offered_no_more_from_its_day_on()
    {
        Assert.Contains("010404", await town.Anybody().GetStringAsync("/open311/v2/services.json", Ct));
        using var set = await Set("010404", ("public", "false"), ("why", "涉及通信企业的经营，不公开"));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        Assert.Contains("010404", await town.Anybody().GetStringAsync("/open311/v2/services.json", Ct));

        town.Time.Advance(TimeSpan.FromDays(1));

        Assert.DoesNotContain("010404", await town.Anybody().GetStringAsync("/open311/v2/services.json", Ct));
        Assert.Contains("涉及通信企业的经营，不公开", await town.TextOf("hotline1", $"{List}?q=010404&public=false"));
        Assert.Contains("已被替换", await town.TextOf("hotline1", $"{List}/010404"));
    }

    [Fact]
    public async Task What_is_missing_is_named_and_what_was_typed_stays()
    {
        using var bare = await Set("010302", ("public", "true"), ("group", ""), ("type", ""), ("description", ""), ("why", ""), ("asks", "LAMP | 图片 | 选填 | 照片"), ("from", ""));
        var page = await Town.PageOf(bare);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        Assert.All(["group", "type", "description", "why", "asks", "from"], f => Assert.NotNull(page.QuerySelector($"#f-{f}-error")));
        Assert.Contains("第 1 行：题型", page.QuerySelector("#f-asks-error")!.TextContent);
        Assert.Contains("LAMP | 图片", page.QuerySelector("textarea[name=asks]")!.TextContent);
        using var early = await Set("010302", ("from", $"{Today:yyyy-MM-dd}"));
        Assert.Contains("最早为明天", (await Town.PageOf(early)).QuerySelector("#f-from-error")!.TextContent);
        using var report = await Set("010302", ("type", "Report"));
        Assert.Contains("举报一律不公开", (await Town.PageOf(report)).QuerySelector("#f-type-error")!.TextContent);
    }

    [Fact]
    public async Task A_double_click_sets_one_and_the_journal_tells_it_once()
    {
        var (browser, page) = (await town.SignedIn("hotline1"), $"{List}/030202");
        var hidden = await town.HiddenFields(browser, page, page);

        using var first = await TownDoor.Post(browser, page, hidden, Typed(("why", "点了两次的设定")));
        using var second = await TownDoor.Post(browser, page, hidden, Typed(("why", "点了两次的设定")));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal(1, await town.Rows(db => db.Set<DatedService>().CountAsync(s => s.Code == "030202", Ct)));
        Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.Kind == ServiceBook.MatterKind && j.Changes.Contains("点了两次的设定"), Ct)));
    }

    [Fact]
    public async Task Two_who_set_for_the_same_day_leave_the_later_word()
    {
        using var one = await Set("030203", ("why", "先说的理由"));
        using var two = await Set("030203", ("why", "后说的理由"));

        Assert.Equal("后说的理由", Assert.Single(await town.Rows(db => db.Set<DatedService>().AsNoTracking().Where(s => s.Code == "030203").ToListAsync(Ct))).Why);
    }

    [Fact]
    public async Task A_program_reads_the_rules_and_sets_one()
    {
        var program = await CaseProgram.Program(town, "hotline1");
        var rule = new { @public = true, group = "公用事业", type = "help", description = "公共场所的健身设施。", why = "公共设施，不涉及个人", from = $"{Today.AddDays(1):yyyy-MM-dd}" };

        using var set = await program.PostAsJsonAsync("/api/v1/open311-services/100101/rules", rule, Ct);
        using var bad = await program.PostAsJsonAsync("/api/v1/open311-services/100101/rules", rule with { group = "" }, Ct);
        using var early = await program.PostAsJsonAsync("/api/v1/open311-services/100101/rules", rule with { from = $"{Today:yyyy-MM-dd}" }, Ct);
        using var unknown = await program.PostAsJsonAsync("/api/v1/open311-services/999998/rules", rule, Ct);
        using var liaison = await (await CaseProgram.Program(town, "market-liaison")).PostAsJsonAsync("/api/v1/open311-services/100101/rules", rule, Ct);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (set.StatusCode, bad.StatusCode, early.StatusCode));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.StatusCode, liaison.StatusCode));
        Assert.Contains("分组", await bad.Content.ReadAsStringAsync(Ct));
        var row = (await program.GetFromJsonAsync<JsonElement>("/api/v1/open311-services?q=100101", Ct)).EnumerateArray().Single();
        Assert.Equal($"{Today.AddDays(1):yyyy-MM-dd}", row.GetProperty("next").GetString());
    }

    [Theory]
    [InlineData("hotline1", HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity)]
    [InlineData("director", HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity)]
    [InlineData("market-liaison", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    [InlineData("clerk1", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("citizen1", HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    public async Task Who_may_read_and_who_may_set(string user, HttpStatusCode read, HttpStatusCode set)
    {
        var browser = await town.SignedIn(user);
        Assert.Equal(read, await town.StatusOf(user, $"{List}/010101"));
        Assert.Equal(read, await town.StatusOf(user, $"{List}/export"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf(user, $"{List}/999998"));
        using var answer = await TownDoor.Post(browser, $"{List}/010101", await town.HiddenFields(browser, "/my/password", "/my/password"), ("public", ""));
        Assert.Equal(set, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> Set(string code, params (string Name, string? Value)[] fields) =>
        await town.PostForm(await town.SignedIn("hotline1"), $"{List}/{code}", $"{List}/{code}", Typed(fields));

    private (string Name, string? Value)[] Typed(params (string Name, string? Value)[] fields)
    {
        (string Name, string? Value)[] usual =
            [("public", "true"), ("group", "交通出行"), ("type", "Help"), ("description", "信号灯、标志和护栏的故障。"), ("why", "城市公共设施，不涉及个人"), ("from", $"{Today.AddDays(1):yyyy-MM-dd}")];
        return [.. usual.Where(u => fields.All(f => f.Name != u.Name)), .. fields];
    }

    private Task<string> Definition(string code) => town.Anybody().GetStringAsync($"/open311/v2/services/{code}.xml", Ct);
}
