using System.Net;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>保密, 举报: who learns who called, and who never does.</summary>
public sealed class ConfidentialityTests(Town town) : IClassFixture<Town>
{
    private const string Name = "演示庚";
    private const string Phone = "13800138077";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Under_secrecy_only_the_handler_sees_the_caller_with_a_reason_that_stays()
    {
        var id = await Secret();
        await town.Dispatch(id, "SCJG", ("assisting", "MZJ"));
        await town.Step("market-liaison", id, "signature");

        foreach (var user in new[] { "hotline1", "market-liaison", "market-head", "director", "auditor" })
        {
            var text = await town.TextOf(user, $"/desk/orders/{id}");
            Assert.DoesNotContain(Name, text);
            Assert.DoesNotContain("138****8077", text);
            Assert.Contains("保密", text);
        }

        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", $"/desk/orders/{id}/requester")); // dispatched: no longer theirs
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("civil-liaison", $"/desk/orders/{id}/requester")); // assists only
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Step("market-liaison", id, "requester", ("reason", ""))).StatusCode);
        using var shown = await town.Step("market-liaison", id, "requester", ("reason", "电话核实时间地点"));
        Assert.Contains(Phone, (await Town.PageOf(shown)).Body!.TextContent);
        Assert.Equal("no-store", shown.Headers.CacheControl!.ToString());
        Assert.Equal("电话核实时间地点", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id && j.Verb == "查看诉求人").Select(j => j.Reason).SingleAsync()));
    }

    [Fact]
    public async Task Whom_it_speaks_of_never_sees_who_spoke_even_when_it_assists()
    {
        var id = await town.Recorded(("type", "Report"), ("reported", "MZJ"), ("name", Name), ("phone", Phone));
        await town.Dispatch(id, "SCJG", ("assisting", "MZJ"));

        var text = await town.TextOf("civil-liaison", $"/desk/orders/{id}");

        Assert.Contains("不向被反映的单位提供", text);
        Assert.DoesNotContain("演*", text);
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("civil-liaison", $"/desk/orders/{id}/requester"));
        Assert.Contains("演*", await town.TextOf("market-liaison", $"/desk/orders/{id}"));
    }

    [Fact]
    public async Task It_is_found_by_its_number_alone_and_leaves_no_word_in_the_index_or_in_an_export()
    {
        var id = await Secret();
        var number = (await town.Order(id)).Number;

        Assert.DoesNotContain(number, await Rows("/desk/orders?q=雕刻厂后门"));
        Assert.DoesNotContain(number, await Rows($"/desk/orders?q={Phone}"));
        Assert.DoesNotContain("后门倾倒", (await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync("/desk/search?q=雕刻厂后门", Ct))).QuerySelector("main")!.TextContent);
        Assert.Contains(number, await Rows($"/desk/orders?q={number}"));
        var browser = await town.SignedIn("hotline1");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.PostForm(browser, "/desk/orders/export", "/desk/orders/export", ("purpose", ""))).StatusCode);
        using var file = await town.PostForm(browser, "/desk/orders/export", "/desk/orders/export", ("purpose", "月度分析"));
        var sheet = new MemoryStream(await file.Content.ReadAsByteArrayAsync(Ct)).Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        var row = sheet.Single(r => (string?)r["工单编号"] == number);
        Assert.Equal("（保密工单）", row["标题"]);
        Assert.DoesNotContain(sheet, r => r.Values.Any(v => v?.ToString()?.Contains(Name) == true || v?.ToString()?.Contains(Phone) == true));
        Assert.Equal("月度分析", await town.Rows(db => db.Set<ExportRecord>().OrderByDescending(r => r.At).Select(r => r.Purpose).FirstAsync()));
    }

    [Fact]
    public async Task What_is_open_is_found_by_its_words_and_by_the_caller_s_whole_telephone()
    {
        var id = await town.Recorded(("title", "石料场扬尘"), ("content", "石料场运输车不盖篷布，扬尘很大。"), ("phone", "13800138078"));
        var number = (await town.Order(id)).Number;

        Assert.Contains(number, await Rows("/desk/orders?q=运输车不盖篷布"));
        Assert.Contains(number, await Rows("/desk/orders?q=13800138078"));
        Assert.DoesNotContain(number, await Rows("/desk/orders?q=13800138079"));
    }

    [Fact]
    public async Task Nothing_of_the_caller_lies_open_in_the_database()
    {
        var id = await Secret();

        var columns = await town.Rows(db => db.Orders.AsNoTracking().Where(o => o.Id == id).Select(o => new { Name = o.Requester.Name.Text, Phone = o.Requester.Phone.Text, o.Requester.PhoneIndex }).SingleAsync());
        var journal = await town.Rows(db => db.Set<JournalEntry>().AsNoTracking().Where(j => j.MatterId == id).Select(j => j.Changes).ToListAsync());

        Assert.DoesNotContain(Name, columns.Name);
        Assert.DoesNotContain(Phone, columns.Phone + columns.PhoneIndex + string.Concat(journal));
    }

    private Task<Guid> Secret() => town.Recorded(("type", "Report"), ("title", "雕刻厂后门倾倒废料"), ("content", "雕刻厂后门每天夜里倾倒废料，请查处并为我保密。"), ("name", Name), ("phone", Phone), ("secret", "true"));

    private async Task<string> Rows(string path) => (await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync(path, Ct))).QuerySelector("table, .empty, main")!.TextContent;
}
