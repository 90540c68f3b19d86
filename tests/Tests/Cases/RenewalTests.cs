using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>行政许可法 第五十条: who asks for a renewal thirty days before the licence expires and has no answer by then, is renewed by law.</summary>
public sealed class RenewalTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_a_renewal_asks_until_when_the_licence_holds_and_a_wrong_day_is_said_at_the_field()
    {
        var browser = await town.SignedIn("clerk1");
        var renewal = $"/desk/reception/{TownCatalogue.FoodRenewal}";

        var page = await Town.PageOf(await browser.GetAsync(renewal, Ct));
        var other = await Town.PageOf(await browser.GetAsync($"/desk/reception/{TownCatalogue.Food}", Ct));
        var wrong = await town.PostForm(browser, renewal, renewal, ("window", "A01"), ("licence-until", "明年"));

        Assert.NotNull(page.QuerySelector("input[name=licence-until]"));
        Assert.Null(other.QuerySelector("input[name=licence-until]"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("有效期至", (await Town.PageOf(wrong)).QuerySelector("#f-licence-until-error")!.TextContent);
        var elsewhere = await town.CaseOf(await town.ReceiveWith(TownCatalogue.Food, ("licence-until", "2021-01-04"), ("how-1", "OriginalKept")));
        Assert.Null(elsewhere.LicenceUntil); // what an item does not ask for is not kept
    }

    [Fact]
    public async Task The_number_of_the_old_licence_stands_on_the_case_and_in_what_a_program_files()
    {
        var id = await town.ReceiveWith(TownCatalogue.FoodRenewal, ("licence-until", "2021-01-04"), ("licence-number", "JY14402810000007"), ("how-1", "OriginalKept"));
        var program = await town.Program("clerk1");
        var long51 = await program.Send("/api/v1/cases", new { itemId = TownCatalogue.FoodRenewal, applicant = new { name = "演示戊", number = CaseAtCounter.Resident(733), phone = "13800138003" }, window = "A01", licenceNumber = new string('9', 51) });
        var filed = await program.Send("/api/v1/cases", new { itemId = TownCatalogue.FoodRenewal, applicant = new { name = "演示戊", number = CaseAtCounter.Resident(733), phone = "13800138003" }, window = "A01", licenceNumber = "JY14402810000008", licenceUntil = "2021-02-01" });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Created), (long51.StatusCode, filed.StatusCode));
        Assert.Contains("JY14402810000007", (await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{id}", Ct))).Body!.TextContent);
        var made = await town.CaseOf((await filed.Json()).GetProperty("id").GetGuid());
        Assert.Equal((new DateOnly(2021, 2, 1), "JY14402810000008"), (made.LicenceUntil, made.LicenceNumber));
    }

    [Fact]
    public async Task Without_an_answer_before_the_licence_expires_it_is_renewed_by_law()
    {
        var id = await town.ReceiveWith(TownCatalogue.FoodRenewal, ("licence-until", "2020-12-02"), ("how-1", "OriginalKept"), ("how-2", "OriginalSeen"), ("how-3", "Copy"), ("copies-3", "1"), ("how-4", "Copy"), ("copies-4", "1"));
        var late = await town.ReceiveWith(TownCatalogue.FoodRenewal, ("licence-until", "2020-12-01"), ("how-1", "OriginalKept"), ("how-2", "OriginalSeen"), ("how-3", "Copy"), ("copies-3", "1"), ("how-4", "Copy"), ("copies-4", "1"));
        await town.Accept(id, "clerk1");
        await town.Accept(late, "clerk1");
        Assert.Contains("2020年12月2日", (await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{id}", Ct))).Body!.TextContent);

        town.Time.Advance(TimeSpan.FromDays(30)); // Wednesday 2 December, its last day
        await Jobs.JobWorld.Work(town, "case-clocks");
        Assert.Equal(CaseState.Accepted, (await town.CaseOf(id)).State);
        await town.Mornings(1);

        var renewed = await town.CaseOf(id);
        Assert.Equal((CaseState.Certifying, CaseOutcome.Granted, new DateOnly(2020, 12, 3)), (renewed.State, renewed.Outcome, renewed.DecidedOn));
        Assert.Equal(CaseState.Accepted, (await town.CaseOf(late)).State); // asked for twenty-nine days before
        Assert.Contains("视为准予延续", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).Select(j => j.Verb).ToListAsync()));
        Assert.Contains("准予行政许可决定书", await town.Rows(db => db.Set<DocumentRecord>().Where(d => d.MatterId == id).Select(d => d.KindName).ToListAsync()));
    }

    [Fact]
    public async Task Online_the_applicant_states_it_and_finds_it_again()
    {
        var browser = await town.SignedIn("citizen1");
        using var begun = await town.PostForm(browser, $"/items/{TownCatalogue.FoodRenewal}/apply", $"/items/{TownCatalogue.FoodRenewal}/apply");
        var edit = begun.Headers.Location!.ToString();
        var fields = new (string, string?)[] { ("kind", "Person"), ("name", "演示甲"), ("number", CaseAtCounter.Resident(511)), ("phone", "13800138003"), ("then", "later") };

        var wrong = await town.PostForm(browser, edit, edit, [.. fields, ("licence-until", "2020-13-01")]);
        var saved = await town.PostForm(browser, edit, edit, [.. fields, ("licence-until", "2021-03-31")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (wrong.StatusCode, saved.StatusCode));
        Assert.Equal("2020-13-01", (await Town.PageOf(wrong)).QuerySelector("input[name=licence-until]")!.GetAttribute("value"));
        Assert.Equal("2021-03-31", (await Town.PageOf(await browser.GetAsync(edit, Ct))).QuerySelector("input[name=licence-until]")!.GetAttribute("value"));
        Assert.Equal(new DateOnly(2021, 3, 31), (await town.CaseOf(Guid.Parse(edit.Split('/')[^2]))).LicenceUntil);
    }
}
