using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

public sealed class BindingTests(Town town) : IClassFixture<Town>
{
    private static readonly string Food = $"/desk/items/{TownCatalogue.Food}/bindings";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_centre_configures() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-editor")).GetAsync(Food, Ct)).StatusCode);

    [Fact]
    public async Task A_window_is_bound_from_a_day_and_journaled_and_ended_on_a_day()
    {
        var centre = await town.SignedIn("catalogue1");

        var bound = await town.PostForm(centre, Food, Food, ("kind", "window"), ("what", "A03"), ("day", "2020-10-12"));
        var row = await town.Rows(db => db.WindowBindings.AsNoTracking().SingleAsync(b => b.ItemId == TownCatalogue.Food && b.Window == "A03", Ct));
        var ended = await town.PostForm(centre, Food, Food + "/end", ("kind", "window"), ("row", $"{row.Id}"), ("day", "2020-12-01"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (bound.StatusCode, ended.StatusCode));
        Assert.Equal(new DateOnly(2020, 12, 1), (await town.Rows(db => db.WindowBindings.AsNoTracking().SingleAsync(b => b.Id == row.Id, Ct))).To);
        Assert.Equal(["绑定窗口", "解除窗口"], await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == TownCatalogue.Food).OrderByDescending(j => j.Number).Take(2).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync(Ct)));
    }

    [Theory]
    [InlineData("window", "A01", "2020-11-01", HttpStatusCode.Conflict)]
    [InlineData("window", "Z99", "2020-11-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("window", "A03", "明天", HttpStatusCode.UnprocessableEntity)]
    [InlineData("hall", "", "2020-11-01", HttpStatusCode.Conflict)]
    [InlineData("region", "Moon", "2020-11-01", HttpStatusCode.UnprocessableEntity)]
    public async Task What_cannot_hold_is_refused(string kind, string what, string day, HttpStatusCode status) =>
        Assert.Equal(status, (await town.PostForm(await town.SignedIn("catalogue1"), $"/desk/items/{TownCatalogue.FoodRenewal}/bindings", $"/desk/items/{TownCatalogue.FoodRenewal}/bindings", ("kind", kind), ("what", what), ("day", day))).StatusCode);

    [Fact]
    public async Task Nothing_ends_before_it_began()
    {
        var page = $"/desk/items/{TownCatalogue.Marriage}/bindings";
        var row = await town.Rows(db => db.Residencies.SingleAsync(r => r.ItemId == TownCatalogue.Marriage, Ct));

        var answer = await town.PostForm(await town.SignedIn("catalogue1"), page, page + "/end", ("kind", "hall"), ("row", $"{row.Id}"), ("day", "2019-12-31"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task A_cancelled_item_takes_no_window()
    {
        var page = $"/desk/items/{TownCatalogue.Circulation}/bindings";

        Assert.Equal(HttpStatusCode.Conflict, (await town.PostForm(await town.SignedIn("catalogue1"), page, page, ("kind", "window"), ("what", "A03"), ("day", "2020-11-01"))).StatusCode);
    }

    [Fact]
    public async Task A_level_of_cross_region_opens_once()
    {
        var centre = await town.SignedIn("catalogue1");
        var page = $"/desk/items/{TownCatalogue.Disability}/bindings";

        var first = await town.PostForm(centre, page, page, ("kind", "region"), ("what", "Town"), ("day", "2020-11-01"));
        var again = await town.PostForm(centre, page, page, ("kind", "region"), ("what", "Town"), ("day", "2020-11-02"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (first.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task A_batch_of_items_is_extended_to_towns_and_what_is_bound_is_left_alone()
    {
        var codes = await town.Rows(db => db.Items.Where(i => i.Id == TownCatalogue.OldAge || i.Id == TownCatalogue.Disability).Select(i => i.HandlingCode).ToListAsync(Ct));
        var centre = await town.SignedIn("catalogue1");

        var answer = await town.PostForm(centre, "/desk/items/extension", "/desk/items/extension", ("codes", string.Join("\n", codes)), ("target", "towns"), ("day", "2020-11-02"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(2, await town.Rows(db => db.WindowBindings.CountAsync(b => b.ItemId == TownCatalogue.Disability && b.Window.StartsWith("T-"), Ct)));
        Assert.Equal(2, await town.Rows(db => db.WindowBindings.CountAsync(b => b.ItemId == TownCatalogue.OldAge && b.Window.StartsWith("T-"), Ct)));
    }

    [Fact]
    public async Task An_unknown_code_stops_the_whole_batch()
    {
        var answer = await town.PostForm(await town.SignedIn("catalogue1"), "/desk/items/extension", "/desk/items/extension", ("codes", "没有这个编码"), ("target", "both"), ("day", "2020-11-02"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("没有这个编码", (await Town.PageOf(answer)).QuerySelector("textarea")!.TextContent);
    }
}
