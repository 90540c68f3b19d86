using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Yimen.Platform.Ui;

namespace Yimen.Tests.Ui;

public sealed class ListTests
{
    private static readonly Row[] Rows = [new("0001", "梁小满", "今天"), new("0002", "何一禾", "今天"), new("0003", "刘远山", "其余")];

    [Fact]
    public async Task Every_cell_says_its_column_so_that_a_row_can_be_a_card()
    {
        var page = await Table();
        Assert.Equal(["编号", "申请人"], page.QuerySelectorAll("tbody tr:first-child td").Select(td => td.GetAttribute("data-label")));
        Assert.Equal(["0001", "梁小满"], page.QuerySelectorAll("tbody tr:first-child td").Select(td => td.TextContent));
        Assert.Equal("办件", page.QuerySelector("caption")!.TextContent);
        Assert.All(page.QuerySelectorAll("th"), th => Assert.Equal("col", th.GetAttribute("scope")));
    }

    [Theory]
    [InlineData(null, null, "number")]
    [InlineData("number", "ascending", "-number")]
    [InlineData("-number", "descending", "number")]
    public async Task A_head_sorts_by_link_turns_around_and_keeps_the_filter(string? sort, string? direction, string next)
    {
        var head = (await Table(("Sort", sort))).QuerySelector("th")!;
        Assert.Equal(direction, head.GetAttribute("aria-sort"));
        var href = Uri.UnescapeDataString(head.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal($"/440281/items?q=食品&sort={next}", href);
    }

    [Fact]
    public async Task Rows_stand_under_their_headings_with_counts()
    {
        var page = await Table(("Group", (Func<Row, GroupHead>)(r => new(r.Day, Tone.Warn))));
        Assert.Equal(["今天2", "其余1"], page.QuerySelectorAll("tr.group th").Select(th => th.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("tbody").Length);
    }

    [Fact]
    public async Task An_empty_list_says_so_instead_of_drawing_a_table()
    {
        var page = await Table(("Rows", Array.Empty<Row>()));
        Assert.Null(page.QuerySelector("table"));
        Assert.Contains("没有符合条件的记录", page.Body!.TextContent);
    }

    [Theory]
    [InlineData("3", "50", 1574, 3, 50, 101, 150)]
    [InlineData("99", "20", 45, 3, 20, 41, 45)]
    [InlineData("-1", "7", 0, 1, 20, 0, 0)]
    [InlineData("x", null, 20, 1, 20, 1, 20)]
    public void What_comes_in_the_address_is_brought_into_range(string? page, string? size, int total, int wanted, int taken, int first, int last)
    {
        var paging = Paging.Of(page, size, total);
        Assert.Equal((wanted, taken, first, last), (paging.Page, paging.Size, paging.First, paging.Last));
    }

    [Fact]
    public async Task The_pager_shows_ends_neighbours_and_gaps()
    {
        var page = await Rendered.Of<Pager>(("Paging", new Paging(10, 20, 1574)));
        Assert.Equal(["1", "…", "8", "9", "10", "11", "12", "…", "79"], page.QuerySelectorAll("ol li").Where(li => li.QuerySelector("[rel]") is null).Select(li => li.TextContent));
        Assert.Equal("10", page.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.DoesNotContain("page=", page.QuerySelector("ol li a.page-number")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_chip_takes_its_filter_away_and_keeps_the_rest()
    {
        var frame = Rendered.Frame with { Query = "?q=食品&unit=scjg&size=50&page=3" };
        var page = await Rendered.Of<FilterBar>(frame, ("Chips", new FilterChip[] { new("单位：市场监管局", "unit") }));
        Assert.Equal("/440281/items?q=食品&size=50", Uri.UnescapeDataString(page.QuerySelector(".chip")!.GetAttribute("href")!));
        Assert.Equal("50", page.QuerySelector("form[method=get] input[type=hidden][name=size]")!.GetAttribute("value"));
    }

    private static Task<IDocument> Table(params (string Name, object? Value)[] more)
    {
        RenderFragment<Row> number = r => Rendered.Text(r.Number);
        RenderFragment<Row> who = r => Rendered.Text(r.Who);
        RenderFragment columns = builder =>
        {
            Rendered.Content<Column<Row>>(("Header", "编号"), ("Sort", "number"), ("ChildContent", number))(builder);
            Rendered.Content<Column<Row>>(("Header", "申请人"), ("ChildContent", who))(builder);
        };
        Dictionary<string, object?> parameters = new() { ["Rows"] = Rows, ["Caption"] = "办件", ["ChildContent"] = columns };
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return Rendered.Of<DataTable<Row>>([.. parameters.Select(p => (p.Key, p.Value))]);
    }

    public sealed record Row(string Number, string Who, string Day);
}
