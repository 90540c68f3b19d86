using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Yimen.Cases.OutsideCases;
using Yimen.Kernel;
using Yimen.Platform.Figures;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>外部系统登记: five fields, a status that flows back, and no figure of 一门一网 that counts it.</summary>
public sealed class OutsideCaseTests(Town town) : IClassFixture<Town>
{
    private const string Api = "/api/v1/outside-cases";
    private const string Imports = "/desk/outside-cases/imports";
    private static readonly FigureScope November = new(new(2020, 11, 30), new(2020, 11, 1), new(2020, 12, 1));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clerk_registers_five_fields_and_the_deadline_says_that_it_is_an_outside_system_s()
    {
        var (browser, answer) = await Register("GA0001");

        var id = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
        var row = await OfId(id);
        Assert.Equal((OutsideState.Running, "GAJ", new DateOnly(2020, 11, 2)), (row.State, row.Unit.Value, row.AcceptedOn));
        var page = await Town.PageOf(await browser.GetAsync($"/desk/outside-cases/{id}", Ct));
        Assert.Contains("外部系统", page.QuerySelector(".deadline")!.TextContent);
        Assert.Contains("垂管专网系统", page.Body!.TextContent);
        Assert.Equal(["登记"], await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).Select(j => j.Verb).ToListAsync(Ct)));
    }

    [Fact]
    public async Task An_outside_number_is_registered_once_whatever_its_spaces_and_case_and_again_when_it_was_voided()
    {
        var (browser, first) = await Register("GA0002");
        var (_, second) = await Register("ga 0002");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("已经登记过", (await Town.PageOf(second)).QuerySelector(".error-summary")!.TextContent);

        var page = first.Headers.Location!.ToString();
        await town.PostForm(browser, page, page + "/voiding", ("reason", "编号录错"));
        var (_, third) = await Register("GA0002");

        Assert.Equal(HttpStatusCode.SeeOther, third.StatusCode);
    }

    [Fact]
    public async Task A_double_click_registers_one_and_gaps_are_named_at_their_fields()
    {
        var browser = await town.SignedIn("clerk1");
        var hidden = await town.HiddenFields(browser, Form, "/desk/outside-cases");
        var fields = Fields("GA0003");
        var (first, second) = (await TownDoor.Post(browser, "/desk/outside-cases", hidden, fields), await TownDoor.Post(browser, "/desk/outside-cases", hidden, fields));
        Assert.Equal(first.Headers.Location, second.Headers.Location);

        var gaps = await town.PostForm(browser, Form, "/desk/outside-cases", ("number", ""), ("applicant", "甲"), ("acceptedOn", "2020-12-01"), ("window", "X99"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, gaps.StatusCode);
        var text = (await Town.PageOf(gaps)).QuerySelector(".error-summary")!.TextContent;
        Assert.All(["外部系统给的编号", "2 至 100 个字", "不能晚于今天", "没有这个窗口"], t => Assert.Contains(t, text));
    }

    [Fact]
    public async Task What_is_handled_here_is_not_registered_as_an_outside_matter()
    {
        var answer = await (await town.Program("clerk1")).Send(Api, Json("GA0004") with { item = TownCatalogue.Food.ToString() });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("请在窗口收件", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Who_does_not_sit_at_a_window_registers_nothing_and_another_town_s_are_not_there()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("office1")).GetAsync("/desk/outside-cases/new", Ct)).StatusCode);
        var (_, answer) = await Register("GA0005");

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("town1")).GetAsync(answer.Headers.Location!.ToString(), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-head")).GetAsync(answer.Headers.Location!.ToString(), Ct)).StatusCode);
    }

    [Fact]
    public async Task A_program_registers_and_statuses_flow_back_while_unknown_numbers_are_reported()
    {
        var clerk = await town.Program("clerk1");
        var made = await clerk.Send(Api, Json("GA0006"));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (await made.Json()).GetProperty("id").GetGuid();

        var report = await clerk.Send(Api + "/statuses", new { rows = new[] { new { number = "ga0006", status = "待补正", on = "2020-11-02" }, new { number = "NOBODY-1", status = "准予", on = "2020-11-02" } } });
        var outcome = await report.Json();
        Assert.Equal((1, 0, "NOBODY-1"), (outcome.GetProperty("applied").GetInt32(), outcome.GetProperty("unchanged").GetInt32(), outcome.GetProperty("unknown")[0].GetString()));
        Assert.Equal(OutsideState.Correcting, (await OfId(id)).State);

        var again = await (await clerk.Send(Api + "/statuses", new { rows = new[] { new { number = "GA0006", status = "待补正", on = "2020-11-02" } } })).Json();
        Assert.Equal((0, 1), (again.GetProperty("applied").GetInt32(), again.GetProperty("unchanged").GetInt32()));
        await clerk.Send(Api + "/statuses", new { rows = new[] { new { number = "GA0006", status = "准予", on = "2020-11-02" } } });
        var after = await clerk.Send(Api + "/statuses", new { rows = new[] { new { number = "GA0006", status = "不予", on = "2020-11-02" }, new { number = "GA0006", status = "跑了", on = "昨天" } } });

        Assert.Equal(HttpStatusCode.BadRequest, after.StatusCode); // a finished matter stays finished, and one bad line stops all
        Assert.Equal((OutsideState.Granted, new DateOnly(2020, 11, 2)), ((await OfId(id)).State, (await OfId(id)).FinishedOn));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Send(Api, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Send(Api + "/statuses", new { })).StatusCode);
    }

    [Fact]
    public async Task A_workbook_is_taken_whole_or_refused_whole_with_row_field_and_reason()
    {
        var browser = await town.SignedIn("clerk1");
        var bad = await Upload(browser, "registrations", Lines(("居民身份证补领", "GA0101", "演示甲", "2020-11-02", "B05"), ("没有的事项", "GA0101", "演示乙", "十一月", "B05")));
        var refused = bad.Headers.Location!.ToString();
        Assert.False(await town.Rows(db => db.OutsideCases.AnyAsync(c => c.Number == "GA0101", Ct)));
        using var file = await (await browser.GetAsync(refused + "/rejects.xlsx", Ct)).Content.ReadAsStreamAsync(Ct);
        var rejects = file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(["事项", "受理日期", "外部编号"], rejects.Select(r => (string)r["列"]).Order(StringComparer.Ordinal));
        Assert.All(rejects, r => Assert.Equal(3d, Convert.ToDouble(r["行"])));
        Assert.Contains(rejects, r => ((string)r["原因"]).Contains("与第 2 行"));

        var good = await Upload(browser, "registrations", Lines(("居民身份证补领", "GA0102", "演示甲", "2020-11-02", "B05"), ("00070901200301", "GA0103", "演示乙", "2020年11月2日", "B05")));
        Assert.Contains("已登记 2 件", (await Town.PageOf(await browser.GetAsync(good.Headers.Location, Ct))).Body!.TextContent);
        Assert.Equal(2, await town.Rows(db => db.OutsideCases.CountAsync(c => c.Number == "GA0102" || c.Number == "GA0103", Ct)));

        Assert.Equal("导入", await town.InCounty((db, services) => services.GetRequiredService<FigureBook>().Find("C61")!.Rows!(db, November).Where(r => r.Key == "GA0103").Select(r => r.Origin).FirstAsync(Ct)));

        var statuses = await Upload(browser, "statuses", Statuses(("GA0102", "终止", "2020-11-02"), ("GA9999", "准予", "2020-11-02")));
        var page = await Town.PageOf(await browser.GetAsync(statuses.Headers.Location, Ct));
        Assert.Contains("GA9999", page.Body!.TextContent);
        Assert.Equal(OutsideState.Ended, await town.Rows(db => db.OutsideCases.Where(c => c.Number == "GA0102").Select(c => c.State).SingleAsync(Ct)));
    }

    [Fact]
    public async Task It_is_counted_by_its_own_figures_and_never_by_those_of_the_one_net()
    {
        var before = (await Keys("C01"), await Keys("C02"), await Keys("C03"), await Keys("C11"), await Keys("C14"), await Keys("C17"));
        var (_, answer) = await Register("GA0201");

        var key = (await OfId(Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]))).Number;
        Assert.Contains(key, await Keys("C61"));
        Assert.Contains(key, await Keys("C61", November with { Unit = TownPlaces.Police, Window = "B05" }));
        Assert.DoesNotContain(key, await Keys("C61", November with { Unit = TownPeople.Market }));
        Assert.DoesNotContain(key, await Keys("C61", November with { Window = "A01" }));
        Assert.Contains(key, await Keys("C63"));
        var after = (await Keys("C01"), await Keys("C02"), await Keys("C03"), await Keys("C11"), await Keys("C14"), await Keys("C17"));
        Assert.Equal(before, after);
        Assert.Equal("外部系统", await town.InCounty((db, services) => services.GetRequiredService<FigureBook>().Find("C61")!.Rows!(db, November).Where(r => r.Key == key).Select(r => r.Origin).FirstAsync(Ct)));
    }

    [Fact]
    public async Task It_is_found_in_the_list_and_by_the_desk_s_search_and_leaves_masked_with_a_purpose()
    {
        await Register("GA0301");
        var clerk = await town.SignedIn("clerk1");
        var search = await Town.PageOf(await clerk.GetAsync("/desk/search?q=ga0301", Ct));
        Assert.Contains("GA0301", search.Body!.TextContent);
        var list = await Town.PageOf(await clerk.GetAsync("/desk/outside-cases?q=GA0301&unit=GAJ", Ct));
        Assert.Contains("演*外", list.QuerySelector("tbody")!.TextContent);
        Assert.Null((await Town.PageOf(await clerk.GetAsync("/desk/outside-cases?q=GA0301&unit=SCJG", Ct))).QuerySelector("tbody a"));

        var director = await town.SignedIn("director");
        var page = "/desk/outside-cases/export?q=GA0301";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.PostForm(director, page, page, ("purpose", ""))).StatusCode);
        using var file = await (await town.PostForm(director, page, page, ("purpose", "月度核对"))).Content.ReadAsStreamAsync(Ct);
        Assert.Equal("演*外", (string)file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().Single()["申请人"]);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(page, Ct)).StatusCode);
    }

    [Fact]
    public void The_readme_draws_the_table() => Assert.Contains(OutsideLifecycle.Table.Diagram(), File.ReadAllText(Path.Combine(Architecture.Rooms.Root, "src/Modules/Cases/README.md")));

    private static string Form => $"/desk/outside-cases/new?item={TownCatalogue.IdCard}";

    private static (string, string?)[] Fields(string number) => [("number", number), ("applicant", "演示外"), ("acceptedOn", "2020-11-02"), ("window", "B05")];

    private static Line Json(string number) => new(TownCatalogue.IdCard.ToString(), number, "演示外", "2020-11-02", "B05");

    private async Task<(HttpClient, HttpResponseMessage)> Register(string number)
    {
        var browser = await town.SignedIn("clerk1");
        return (browser, await town.PostForm(browser, Form, "/desk/outside-cases", Fields(number)));
    }

    private Task<OutsideCase> OfId(Guid id) => town.Rows(db => db.OutsideCases.AsNoTracking().SingleAsync(c => c.Id == id, Ct));

    private async Task<string> Keys(string id, FigureScope? scope = null) => string.Join(' ', await town.InCounty((db, services) =>
        services.GetRequiredService<FigureBook>().Find(id)!.Rows!(db, scope ?? November).Select(r => r.Key).OrderBy(k => k).ToListAsync(Ct)));

    private static byte[] Lines(params (string, string, string, string, string)[] lines) => Book(lines.Select(l => new Dictionary<string, object>
    { ["事项"] = l.Item1, ["外部编号"] = l.Item2, ["申请人"] = l.Item3, ["受理日期"] = l.Item4, ["窗口"] = l.Item5 }));

    private static byte[] Statuses(params (string, string, string)[] lines) => Book(lines.Select(l => new Dictionary<string, object> { ["外部编号"] = l.Item1, ["状态"] = l.Item2, ["日期"] = l.Item3 }));

    private static byte[] Book(IEnumerable<Dictionary<string, object>> rows)
    {
        using var file = new MemoryStream();
        file.SaveAs(rows);
        return file.ToArray();
    }

    private async Task<HttpResponseMessage> Upload(HttpClient browser, string noun, byte[] file)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in await town.HiddenFields(browser, Imports, $"{Imports}/{noun}"))
        {
            form.Add(new StringContent(value), name);
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "file", "登记.xlsx");
        return await browser.PostAsync($"{Imports}/{noun}", form, Ct);
    }

    private sealed record Line(string item, string number, string applicant, string acceptedOn, string window);
}
