using System.Net;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Import;
using Yimen.Platform.Sheets;
using Yimen.Tests.Knowledge;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>The reception's book as a workbook: the same intake as the form, all rows or none, the same file once.</summary>
public sealed class OrderImportTests(Town town) : IClassFixture<Town>
{
    private static readonly string Page = OrderImport.Door.Href;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_workbook_becomes_orders_to_be_dispatched_and_the_same_file_none_again()
    {
        var file = await File(Row("导入：来信说路灯不亮"), Row("导入：来访说井盖破损", ("来源", "来访"), ("紧急程度", "紧急"), ("镇街", "")));

        var (first, again) = (await Post("hotline1", file), await Post("hotline1", file));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity), (first.StatusCode, again.StatusCode));
        Assert.Contains("没有再次导入", (await Town.PageOf(again)).Body!.TextContent);
        var made = await town.Rows(db => db.Orders.AsNoTracking().Where(o => o.Content.StartsWith("导入：")).OrderBy(o => o.Source).ToListAsync(Ct));
        Assert.Equal([(OrderSource.WalkIn, Urgency.Urgent, OrderState.Received), (OrderSource.Letter, Urgency.Ordinary, OrderState.Received)], made.Select(o => (o.Source, o.Urgency, o.State)));
        Assert.All(made, o => Assert.True(o.Number.Length > 0 && o.Trail.Count == 1));
        Assert.Equal(["dispatch"], await town.OpenTasks(made[0].Id));
    }

    [Fact]
    public async Task One_bad_row_takes_nothing_and_the_rejects_name_row_column_and_reason()
    {
        var answer = await Post("hotline1", await File(
            Row("不会进来：好的一行内容"), Row("", ("电话", "不是电话")), Row("不会进来：来源不对的一行", ("来源", "本地来电"), ("诉求类型", "闲聊")),
            Row("不会进来：镇街不对的一行", ("镇街", "不存在的镇"), ("紧急程度", "火急")), Row("不会进来：好的一行内容")));

        Assert.Equal(0, await town.Rows(db => db.Orders.CountAsync(o => o.Content.StartsWith("不会进来"), Ct)));
        var browser = await town.SignedIn("hotline1");
        await using var rejects = new MemoryStream(await browser.GetByteArrayAsync(answer.Headers.Location!.OriginalString + "/rejects.xlsx", Ct));
        var rows = rejects.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().Select(r => ($"{r["行"]}", $"{r["列"]}", $"{r["代码"]}")).ToHashSet();
        Assert.Equal([("3", "内容", "required"), ("3", "电话", "not-accepted"), ("4", "来源", "not-accepted"), ("4", "诉求类型", "not-accepted"), ("5", "紧急程度", "not-accepted"), ("5", "镇街", "not-accepted"), ("6", "内容", "duplicate")], rows.Order());
        Assert.Equal(1, await town.Rows(db => db.Set<SheetImport>().CountAsync(i => i.Kind == "orders" && !i.Taken, Ct)));
    }

    [Fact]
    public async Task Only_the_office_imports_and_each_sees_their_own()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-liaison")).GetAsync(Page, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("hotline1")).GetAsync($"{Page}/01a20af7-7800-7318-bf57-077dcbd94afa", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await town.SignedIn("hotline1")).GetAsync($"{Page}/template.xlsx", Ct)).StatusCode);
    }

    private static Dictionary<string, object> Row(string content, params (string Head, string Value)[] others)
    {
        var row = OrderImport.Door.Columns.ToDictionary(c => c.Head, object (c) => c.Head switch { "内容" => content, "镇街" => "", _ => c.Example });
        foreach (var (head, value) in others)
        {
            row[head] = value;
        }

        return row;
    }

    private static Task<byte[]> File(params Dictionary<string, object>[] rows) => TownSheets.Of(rows);

    private Task<HttpResponseMessage> Post(string user, byte[] file) => town.HandIn(user, Page, file);
}
