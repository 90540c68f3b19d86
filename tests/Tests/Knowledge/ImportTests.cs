using System.Net;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Import;
using Yimen.Platform.Sheets;
using Yimen.Tests.World;

namespace Yimen.Tests.Knowledge;

public sealed class ImportTests(Town town) : IClassFixture<Town>
{
    private const string Page = "/desk/knowledge/imports";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_workbook_becomes_entries_to_be_reviewed()
    {
        var answer = await Upload("market-liaison", Row("导入的第一问？"), Row("导入的第二问？", ("公开范围", "内部"), ("其他问法", "这样问；那样问")));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var made = await town.Rows(db => db.ArticlesWhole.AsNoTracking().Where(a => a.Title.StartsWith("导入的第")).OrderBy(a => a.Title).ToListAsync(Ct));
        Assert.Equal([(ArticleState.New, Visibility.Public), (ArticleState.New, Visibility.Internal)], made.OrderBy(a => a.Visibility).Select(a => (a.State, a.Visibility)));
        Assert.Equal(["这样问", "那样问"], made.Single(a => a.Visibility == Visibility.Internal).Working!.Variants);
        Assert.Equal(["write-article"], await town.OpenTasks(made[0].Id));
    }

    [Fact]
    public async Task One_bad_row_refuses_the_whole_file_and_the_rejects_say_where_and_why()
    {
        var answer = await Upload("market-liaison", Row("不会进来的好问题？"), Row("", ("有效期至", "明年")), Row("别的单位的？", ("主办单位", "MZJ")), Row("不会进来的好问题？"));

        Assert.Equal(0, await town.Rows(db => db.Articles.CountAsync(a => a.Title == "不会进来的好问题？", Ct)));
        var browser = await town.SignedIn("market-liaison");
        Assert.Contains("没有导入任何内容", (await Town.PageOf(await browser.GetAsync(answer.Headers.Location!.OriginalString, Ct))).Body!.TextContent);
        await using var rejects = new MemoryStream(await browser.GetByteArrayAsync(answer.Headers.Location!.OriginalString + "/rejects.xlsx", Ct));
        var rows = rejects.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().Select(r => ($"{r["行"]}", $"{r["列"]}", $"{r["代码"]}")).ToList();
        Assert.Equal([("3", "问题", "required"), ("3", "有效期至", "not-a-day"), ("4", "主办单位", "required"), ("5", "问题", "duplicate")], rows.OrderBy(r => r.Item1).ThenBy(r => r.Item2 == "有效期至"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-liaison")).GetAsync(answer.Headers.Location!.OriginalString, Ct)).StatusCode);
    }

    [Fact]
    public async Task What_is_no_workbook_or_lacks_a_column_is_refused_at_the_field()
    {
        var broken = await Post("market-liaison", "不是工作簿"u8.ToArray());
        var lacking = await Upload("market-liaison", new Dictionary<string, object> { ["问题"] = "只有一列？" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (broken.StatusCode, lacking.StatusCode));
        Assert.Contains("缺少“其他问法”列", (await Town.PageOf(lacking)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("clerk1")).GetAsync(Page, Ct)).StatusCode);
    }

    [Fact]
    public async Task The_template_can_be_filled_in_and_taken_as_it_is()
    {
        var browser = await town.SignedIn("market-liaison");
        var template = await browser.GetByteArrayAsync(Page + "/template.xlsx", Ct);

        var answer = await Post("market-liaison", template);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var id = Guid.Parse(answer.Headers.Location!.OriginalString.Split('?')[0].Split('/')[^1]);
        // the example names an item that the small town has not: its row is refused for that alone
        var faults = await town.Rows(db => db.Set<SheetImport>().Where(i => i.Id == id).Select(i => i.FaultsJson).SingleAsync(Ct));
        Assert.True(faults == "[]" || (faults.Contains("no-item") && !faults.Contains("required")), faults);
    }

    private static Dictionary<string, object> Row(string title, params (string Head, string Value)[] others)
    {
        var row = ArticleImport.Door.Columns.ToDictionary(c => c.Head, object (c) => c.Head switch { "问题" => title, "关联事项" => "", _ => c.Example });
        foreach (var (head, value) in others)
        {
            row[head] = value;
        }

        return row;
    }

    private async Task<HttpResponseMessage> Upload(string user, params Dictionary<string, object>[] rows) => await Post(user, await TownSheets.Of(rows));

    private Task<HttpResponseMessage> Post(string user, byte[] file) => town.HandIn(user, Page, file);
}
