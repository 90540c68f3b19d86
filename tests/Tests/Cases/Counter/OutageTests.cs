using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases;
using Yimen.Cases.Outages;
using Yimen.Kernel;
using Yimen.Platform.Figures;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases.Counter;

/// <summary>停机应急: numbered blanks beforehand, the case afterwards with its real time, and the mark that stays.</summary>
public sealed class OutageTests(Town town) : IClassFixture<Town>
{
    private static readonly byte[] Photo = "%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n"u8.ToArray();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Blanks_are_numbered_through_and_no_number_is_given_twice()
    {
        var first = await Print("A01", 3);
        var second = await Print("A01", 2);

        Assert.Equal(5, first.Concat(second).Distinct().Count());
        Assert.All(first, n => Assert.Matches(@"^YJA01-2020\d{3}-00[123]$", n));
        Assert.NotEqual(first[0][..13], second[0][..13]);
    }

    [Fact]
    public async Task The_printed_sheet_has_one_receipt_for_each_number()
    {
        var browser = await town.SignedIn("clerk1");
        using var answer = await town.PostForm(browser, "/desk/outages/batches/new", "/desk/outages/batches/new", ("window", "A03"), ("count", "4"));

        var sheet = await Town.PageOf(await browser.GetAsync(answer.Headers.Location, Ct));

        Assert.Equal(4, sheet.QuerySelectorAll(".receipt-blank .receipt-number").Length);
    }

    [Fact]
    public async Task What_is_entered_later_has_the_real_day_as_its_day_of_receipt_and_says_so_everywhere()
    {
        var blank = (await Print("A01", 1))[0];

        var id = await Enter(blank, "2020-10-30", "9:40"); // the Friday before

        var row = await town.CaseOf(id);
        Assert.Equal((new DateOnly(2020, 10, 30), "9:40"), (row.ReceivedOn, $"{ChinaTime.Local(row.FiledAt!.Value):H:mm}"));
        Assert.StartsWith("20201030SCJG", row.Number);
        var browser = await town.SignedIn("director");
        var page = await Town.PageOf(await browser.GetAsync($"/desk/cases/{id}", Ct));
        Assert.Contains("补录", page.QuerySelector(".lead")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/desk/cases/{id}/late/photo", Ct)).StatusCode);
        var list = await Town.PageOf(await browser.GetAsync("/desk/cases?origin=late", Ct));
        Assert.Contains(row.Number, list.QuerySelector("tbody")!.TextContent);
        Assert.Contains("补录", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).Select(j => j.Verb).ToListAsync()));
        Assert.Contains(await Origins("C11"), o => o is { Origin: "补录", Count: > 0 });
        Assert.True(await Count("C48") >= 1);
    }

    [Fact]
    public async Task A_figure_over_cases_says_how_many_rows_came_in_by_another_door_and_others_say_nothing()
    {
        await Enter((await Print("A01", 1))[0], "2020-10-30", "10:20");
        var browser = await town.SignedIn("director");
        var period = "from=2020-10-01&to=2020-11-30";

        var rate = JsonDocument.Parse(await browser.GetStringAsync($"/api/v1/figures/C13?{period}", Ct)).RootElement.GetProperty("sources");
        var windows = JsonDocument.Parse(await browser.GetStringAsync($"/api/v1/figures/I02?{period}", Ct)).RootElement.GetProperty("sources");

        Assert.Equal(["C12", "C11"], rate.EnumerateArray().Select(s => s.GetProperty("count").GetString()));
        var origins = rate[1].GetProperty("origins").EnumerateArray().ToDictionary(o => o.GetProperty("origin").GetString()!, o => o.GetProperty("count").GetInt32());
        Assert.Equal(["补录", "导入", "外部系统"], origins.Keys);
        Assert.Equal((await town.Rows(db => db.Cases.CountAsync(c => c.LateEntry != null)), 0, 0), (origins["补录"], origins["导入"], origins["外部系统"]));
        Assert.Equal(JsonValueKind.Null, windows.ValueKind);
        Assert.Contains("记录来源", (await Town.PageOf(await browser.GetAsync($"/desk/figures/C11?{period}", Ct))).Body!.TextContent);
        Assert.DoesNotContain("记录来源", (await Town.PageOf(await browser.GetAsync($"/desk/figures/I02?{period}", Ct))).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/api/v1/figures/NONE", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_used_number_is_not_used_again_and_leaves_no_second_case()
    {
        var blank = (await Print("A01", 1))[0];
        await Enter(blank, "2020-10-30", "9:40");
        var cases = await town.Rows(db => db.Cases.CountAsync());

        var again = await Post(blank, "2020-10-30", "9:50");

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("同一编号只能用一次", (await Town.PageOf(again)).QuerySelector("#f-blank-error")!.TextContent);
        Assert.Equal(cases, await town.Rows(db => db.Cases.CountAsync()));
    }

    [Fact]
    public async Task A_time_that_has_not_come_is_refused()
    {
        var blank = (await Print("A01", 1))[0];

        var answer = await Post(blank, "2020-11-02", "23:00"); // it is ten in the morning

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(BlankState.Unused, await town.Rows(db => db.Set<Blank>().Where(b => b.Number == blank).Select(b => b.State).FirstAsync()));
    }

    [Fact]
    public async Task A_blank_of_another_window_a_wrong_number_and_a_missing_photo_are_refused()
    {
        var other = (await Print("A03", 1))[0];

        Assert.Equal(HttpStatusCode.Conflict, (await Post(other, "2020-10-30", "9:40")).StatusCode);
        var answer = await Post("YJ-NONE", "2020-10-30", "", photo: false);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var said = (await Town.PageOf(answer)).QuerySelector(".error-summary")!.TextContent;
        Assert.Contains("YJ-NONE", said);
        Assert.Contains("纸质凭证", said);
        Assert.Contains("时间", said);
    }

    [Fact]
    public async Task A_spoilt_blank_is_voided_with_a_reason_and_listed_as_such()
    {
        var blank = (await Print("A01", 1))[0];
        var id = await town.Rows(db => db.Set<Blank>().Where(b => b.Number == blank).Select(b => b.Id).FirstAsync());
        var (browser, page) = (await town.SignedIn("clerk2"), $"/desk/outages/blanks/{id}/voiding");

        var without = await town.PostForm(browser, page, page, ("reason", ""));
        await town.PostForm(browser, page, page, ("reason", "写错姓名"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.StatusCode);
        var list = await Town.PageOf(await browser.GetAsync($"/desk/outages?q={blank}", Ct));
        Assert.Contains("已作废", list.QuerySelector("tbody")!.TextContent);
        Assert.Contains("写错姓名", list.QuerySelector("tbody")!.TextContent);
        Assert.Equal(HttpStatusCode.Conflict, (await Post(blank, "2020-10-30", "9:40")).StatusCode);
    }

    [Fact]
    public async Task A_unit_does_not_see_the_counter_s_blanks()
    {
        var browser = await town.SignedIn("market-approver");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/desk/outages", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/reception/{TownCatalogue.Food}/late", Ct)).StatusCode);
    }

    private async Task<List<string>> Print(string window, int count)
    {
        var browser = await town.SignedIn("clerk1");
        using var answer = await town.PostForm(browser, "/desk/outages/batches/new", "/desk/outages/batches/new", ("window", window), ("count", $"{count}"));
        var id = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^2]);
        return await town.Rows(db => db.Set<Blank>().Where(b => b.BatchId == id).OrderBy(b => b.Serial).Select(b => b.Number).ToListAsync());
    }

    private async Task<Guid> Enter(string blank, string day, string time)
    {
        using var answer = await Post(blank, day, time);
        var location = answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{(int)answer.StatusCode} {(await Town.PageOf(answer)).Body!.TextContent}");
        return Guid.Parse(location.Split('/')[^2]);
    }

    private async Task<HttpResponseMessage> Post(string blank, string day, string time, bool photo = true, string? page = null, (string, string)[]? more = null)
    {
        page ??= $"/desk/reception/{TownCatalogue.Food}/late";
        var browser = await town.SignedIn("clerk1");
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in await town.HiddenFields(browser, page, page))
        {
            parts.Add(new StringContent(value), name);
        }

        foreach (var (name, value) in new[] { ("blank", blank), ("window", "A01"), ("day", day), ("time", time), ("reason", "停电"), ("kind", "Person"), ("name", "演示癸"), ("number", CaseAtCounter.Resident(611)), ("phone", "13800138021"), ("papers", "1"), ("papers", "2"), ("papers", "3") }.Concat(more ?? []))
        {
            parts.Add(new StringContent(value), name);
        }

        if (photo)
        {
            parts.Add(new ByteArrayContent(Photo) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }, "photo", "凭证.pdf");
        }

        return await browser.PostAsync(page, parts, Ct);
    }

    [Fact]
    public async Task A_renewal_that_is_entered_later_has_its_old_licence()
    {
        var (browser, page) = (await town.SignedIn("clerk1"), $"/desk/reception/{TownCatalogue.FoodRenewal}/late");
        Assert.NotNull((await Town.PageOf(await browser.GetAsync(page, Ct))).QuerySelector("input[name=licence-until]"));

        var wrong = await Post((await Print("A01", 1))[0], "2020-10-30", "9:40", page: page, more: [("licence-until", "明年")]);
        var answer = await Post((await Print("A01", 1))[0], "2020-10-30", "9:40", page: page, more: [("licence-until", "2020-12-01"), ("licence-number", "JY14402810000010")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (wrong.StatusCode, answer.StatusCode));
        Assert.NotNull((await Town.PageOf(wrong)).QuerySelector("#f-licence-until-error"));
        var entered = await town.CaseOf(Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^2]));
        Assert.Equal((new DateOnly(2020, 12, 1), "JY14402810000010"), (entered.LicenceUntil, entered.LicenceNumber));
    }

    private Task<IReadOnlyList<OriginCount>> Origins(string figure) => town.InCounty((_, services) =>
        services.GetRequiredService<FigureRows>().Origins(services.GetRequiredService<FigureBook>().Find(figure)!, Autumn, Ct));

    private Task<long> Count(string figure) => town.InCounty(async (db, services) =>
    {
        var book = services.GetRequiredService<FigureBook>();
        return (await book.Compute(db, book.Find(figure)!, Autumn, Ct)).Numerator;
    });

    private static FigureScope Autumn => new(new(2020, 11, 30), new(2020, 10, 1), new(2020, 12, 1));
}
