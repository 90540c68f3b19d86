using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

/// <summary>基本目录 as the desk reads it.</summary>
public sealed class BasicItemTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/desk/basic-items")]
    [InlineData("/desk/basic-items.xlsx")]
    [InlineData("/desk/basic-items/000131020001")]
    public async Task A_citizen_finds_nothing_here(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen1")).GetAsync(path, Ct)).StatusCode);

    [Fact]
    public async Task An_entry_that_there_is_not_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("catalogue1")).GetAsync("/desk/basic-items/999999999999", Ct)).StatusCode);

    [Theory]
    [InlineData("", 12)]
    [InlineData("q=老年", 1)]
    [InlineData("q=000131020001", 1)]
    [InlineData("q=%25", 0)]
    [InlineData("type=01", 4)]
    [InlineData("level=5", 1)]
    [InlineData("state=Used", 12)]
    [InlineData("state=Unused", 0)]
    [InlineData("state=nonsense", 12)]
    public async Task The_list_narrows(string query, int count) => Assert.Equal(count, (await Codes("catalogue1", query)).Count);

    [Fact]
    public async Task For_a_unit_what_others_carry_out_is_unused() => Assert.Contains("440511002000", await Codes("market-editor", "state=Unused"));

    [Fact]
    public async Task It_sorts_by_how_many_carry_it_out() => Assert.Equal("000131020001", (await Codes("catalogue1", "sort=-items"))[0]);

    [Fact]
    public async Task The_page_of_an_entry_lists_the_units_that_carry_it_out_and_offers_no_field()
    {
        var page = await Town.PageOf(await (await town.SignedIn("catalogue1")).GetAsync("/desk/basic-items/442011036000", Ct));

        Assert.Equal([$"/desk/items/{TownCatalogue.Elder}", $"/desk/items/{TownCatalogue.ElderBeixiang}"],
            page.QuerySelectorAll("tbody td.col-title a").Select(a => a.GetAttribute("href")!).Order());
        Assert.Empty(page.QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task A_unit_sees_only_its_own_items_of_an_entry()
    {
        var page = await Town.PageOf(await (await town.SignedIn("market-editor")).GetAsync("/desk/basic-items/442011036000", Ct));

        Assert.Empty(page.QuerySelectorAll("tbody td.col-title a"));
    }

    [Fact]
    public async Task The_export_holds_what_the_filter_left()
    {
        var rows = await Books.Read(await (await town.SignedIn("catalogue1")).GetAsync("/desk/basic-items.xlsx?q=000131020001", Ct), "基本目录");

        Assert.Equal("2", Assert.Single(rows)["本县实施清单数"]);
    }

    [Fact]
    public async Task Programs_read_list_and_entry()
    {
        var centre = await town.Program("catalogue1");

        var list = await centre.GetFromJsonAsync<JsonElement>("/api/v1/basic-items?type=01&size=20", Ct);
        var one = await centre.GetFromJsonAsync<JsonElement>("/api/v1/basic-items/000131020001", Ct);

        Assert.Equal(4, list.GetProperty("total").GetInt32());
        Assert.Equal(2, one.GetProperty("items").GetArrayLength());
    }

    private async Task<List<string>> Codes(string user, string query) =>
        [.. (await Town.PageOf(await (await town.SignedIn(user)).GetAsync("/desk/basic-items?size=50&" + query, Ct))).QuerySelectorAll("tbody td.col-title a").Select(a => a.GetAttribute("href")!.Split('/')[^1])];
}
