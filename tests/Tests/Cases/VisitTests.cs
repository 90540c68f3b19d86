using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>一次多件: several items in one visit.</summary>
public sealed class VisitTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string New => $"/desk/bundles/new?item={TownCatalogue.Food}&item={TownCatalogue.Catering}";

    [Fact]
    public async Task The_materials_of_both_items_are_listed_once()
    {
        var page = await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync(New, Ct));

        Assert.Equal(5, page.QuerySelectorAll("select[name^=how-]").Length); // the two items ask for the same five
        Assert.Equal(2, page.QuerySelectorAll("input[name=item]").Length);
    }

    [Fact]
    public async Task One_form_makes_a_case_each_and_one_receipt()
    {
        var browser = await town.SignedIn("clerk1");

        var answer = await Receive(browser, 561, "A01");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var visit = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^2]);
        var cases = await town.Rows(db => db.Cases.Whole.AsNoTracking().Where(c => c.VisitId == visit).ToListAsync());
        Assert.Equal([TownCatalogue.Food, TownCatalogue.Catering], cases.Select(c => c.ItemId).Order());
        Assert.All(cases, c => Assert.Equal((MaterialHow.OriginalKept, "一次多件，2 件共用"), (c.Materials.First(m => m.Order == 1).How, c.Materials.First(m => m.Order == 1).Note)));
        var receipt = (await Town.PageOf(await browser.GetAsync(answer.Headers.Location, Ct))).QuerySelector(".receipt")!.TextContent;
        Assert.All(cases, c => Assert.Contains(c.Number, receipt));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-approver")).GetAsync(answer.Headers.Location, Ct)).StatusCode);
    }

    [Fact]
    public async Task What_is_wrong_is_said_once_and_nothing_is_received()
    {
        var browser = await town.SignedIn("clerk1");

        var answer = await Receive(browser, 562, "Z99");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(2, (await Town.PageOf(answer)).QuerySelectorAll("input[name=item]").Length);
        Assert.Equal(0, await town.Rows(db => db.Cases.CountAsync(c => c.Applicant.Name == "演示562")));
    }

    [Fact]
    public async Task One_item_is_no_visit_of_several()
    {
        var answer = await (await town.SignedIn("clerk1")).GetAsync($"/desk/bundles/new?item={TownCatalogue.Food}", Ct);

        Assert.Equal((HttpStatusCode.SeeOther, "/desk/reception"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task When_one_item_cannot_be_received_none_is()
    {
        var browser = await town.SignedIn("clerk1");

        var answer = await Receive(browser, 563, "A01", TownCatalogue.Household);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(0, await town.Rows(db => db.Cases.CountAsync(c => c.Applicant.Name == "演示563")));
    }

    [Fact]
    public async Task A_renewal_among_several_has_its_old_licence_and_the_other_item_has_none()
    {
        var browser = await town.SignedIn("clerk1");
        var (of, mixed) = ($"-{TownCatalogue.FoodRenewal:N}", $"/desk/bundles/new?item={TownCatalogue.Food}&item={TownCatalogue.FoodRenewal}");
        var form = await Town.PageOf(await browser.GetAsync(mixed, Ct));

        var wrong = await Receive(browser, 564, "A01", TownCatalogue.FoodRenewal, ("licence-until" + of, "明年"), ("licence-number" + of, "JY14402810000009"));
        var answer = await Receive(browser, 564, "A01", TownCatalogue.FoodRenewal, ("licence-until" + of, "2021-01-04"), ("licence-number" + of, "JY14402810000009"));

        Assert.Single(form.QuerySelectorAll("input[name^=licence-until]"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (wrong.StatusCode, answer.StatusCode));
        var again = await Town.PageOf(wrong);
        Assert.NotNull(again.QuerySelector($"#f-licence-until{of}-error"));
        Assert.Equal("JY14402810000009", again.QuerySelector($"input[name='licence-number{of}']")!.GetAttribute("value"));
        var cases = await town.Rows(db => db.Cases.AsNoTracking().Where(c => c.Applicant.Name == "演示564").ToListAsync());
        Assert.Equal([(TownCatalogue.FoodRenewal, new DateOnly(2021, 1, 4), "JY14402810000009"), (TownCatalogue.Food, null, "")], cases.OrderBy(c => c.LicenceUntil is null).Select(c => (c.ItemId, c.LicenceUntil, c.LicenceNumber)));
    }

    // the same name twice, as the form posts it
    private async Task<HttpResponseMessage> Receive(HttpClient browser, int serial, string window, Guid? second = null, params (string Name, string Value)[] more)
    {
        var hidden = await town.HiddenFields(browser, New, "/desk/bundles");
        using var body = new FormUrlEncodedContent([.. hidden.Where(h => h.Key != "item").Select(h => KeyValuePair.Create(h.Key, h.Value)), .. Fields(serial, window).Select(f => KeyValuePair.Create(f.Item1, f.Item2!)),
            .. more.Select(m => KeyValuePair.Create(m.Name, m.Value)), KeyValuePair.Create("item", $"{TownCatalogue.Food}"), KeyValuePair.Create("item", $"{second ?? TownCatalogue.Catering}")]);
        return await browser.PostAsync("/desk/bundles", body, Ct);
    }

    private static (string, string?)[] Fields(int serial, string window) =>
    [
        ("window", window), ("kind", "Person"), ("name", $"演示{serial}"), ("number", CaseAtCounter.Resident(serial)), ("phone", "13800138003"),
        ("how-1", "OriginalKept"), ("how-2", "OriginalSeen"), ("how-3", "Copy"), ("copies-3", "2"), ("how-4", "Copy"), ("copies-4", "2"),
    ];
}
