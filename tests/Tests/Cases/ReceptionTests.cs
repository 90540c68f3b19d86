using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases;
using Yimen.Kernel;
using Yimen.Organization;
using Yimen.Platform.Data;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

public sealed class ReceptionTests(Town town) : IClassFixture<Town>
{
    private static string Page => $"/desk/reception/{TownCatalogue.Food}";

    [Fact]
    public async Task A_wrong_resident_id_is_named_and_what_was_typed_stays()
    {
        var browser = await town.SignedIn("clerk1");

        var answer = await town.PostForm(browser, Page, Page, ("window", "A01"), ("kind", "Person"), ("name", "演示丁"), ("number", "440281198503170011"), ("phone", "13800138003"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains("校验码", page.Body!.TextContent);
        Assert.Equal("演示丁", page.QuerySelector("input[name=name]")!.GetAttribute("value"));
    }

    /// <summary>The book of seats says where a clerk sits; who covers elsewhere finds the window where they last received.</summary>
    [Fact]
    public async Task A_clerk_s_first_form_of_the_day_stands_at_their_own_window()
    {
        var clerk = await town.Account("clerk1");
        await town.InCounty(async (db, services) =>
        {
            var act = new Act(Actor.System, town.Time.Now());
            return await services.GetRequiredService<Writer>().Write(act, null, () =>
            {
                db.Add(new WindowSeat { Window = "A03", Account = clerk, Name = "", From = act.Today });
                return Task.FromResult(true);
            }, TestContext.Current.CancellationToken);
        });
        var browser = await town.SignedIn("clerk1");

        var first = (await Town.PageOf(await browser.GetAsync(Page, TestContext.Current.CancellationToken))).QuerySelector("select[name=window] option[selected]")!.GetAttribute("value");
        await town.PostForm(browser, Page, Page, ("window", "A01"), ("kind", "Person"), ("name", "演示丁"), ("number", CaseAtCounter.Resident(79)), ("phone", "13800138003"));
        var later = (await Town.PageOf(await browser.GetAsync(Page, TestContext.Current.CancellationToken))).QuerySelector("select[name=window] option[selected]")!.GetAttribute("value");

        Assert.Equal(("A03", "A01"), (first, later));
    }

    [Fact]
    public async Task A_wrong_credit_code_is_named()
    {
        var browser = await town.SignedIn("clerk1");

        var answer = await town.PostForm(browser, Page, Page, ("window", "A01"), ("kind", "Organisation"), ("name", "演示公司"), ("number", "91440281YM9000012X"), ("phone", "13800138003"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("统一社会信用代码", (await Town.PageOf(answer)).QuerySelector("[role=alert], .error-summary")!.TextContent);
    }

    [Fact]
    public async Task A_double_click_receives_one_case()
    {
        var browser = await town.SignedIn("clerk1");
        var hidden = await town.HiddenFields(browser, Page, Page);
        (string, string?)[] fields = [("window", "A01"), ("kind", "Person"), ("name", "演示双击"), ("number", CaseAtCounter.Resident(77)), ("phone", "13800138003")];

        var first = await TownDoor.Post(browser, Page, hidden, fields);
        var second = await TownDoor.Post(browser, Page, hidden, fields);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await town.Rows(db => db.Cases.CountAsync(c => c.Applicant.Name == "演示双击")));
    }

    [Fact]
    public async Task An_item_handled_in_another_system_is_not_received_here()
    {
        var browser = await town.SignedIn("clerk1");
        var page = $"/desk/reception/{TownCatalogue.Household}";

        var answer = await town.PostForm(browser, page, page, ("window", "A01"), ("kind", "Person"), ("name", "演示丁"), ("number", CaseAtCounter.Resident(78)), ("phone", "13800138003"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("垂管专网系统", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task Id_and_phone_rest_sealed_and_are_found_by_their_index()
    {
        var id = await town.Receive(TownCatalogue.Food);

        var row = await town.CaseOf(id);

        Assert.DoesNotContain(CaseAtCounter.Resident(511), row.Applicant.Number.Text);
        var index = row.Applicant.NumberIndex;
        Assert.True(await town.Rows(db => db.Cases.AnyAsync(c => c.Id == id && c.Applicant.NumberIndex == index)));
    }

    [Fact]
    public async Task The_receipt_prints_number_query_code_and_papers()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var browser = await town.SignedIn("clerk1");

        var page = await Town.PageOf(await browser.GetAsync($"/desk/cases/{id}/receipt", TestContext.Current.CancellationToken));

        var row = await town.CaseOf(id);
        var text = page.QuerySelector(".receipt")!.TextContent;
        Assert.Contains(row.Number, text);
        Assert.Contains(row.QueryCode, text);
        Assert.NotNull(page.QuerySelector(".receipt svg"));
    }

    [Fact]
    public async Task A_unit_s_approver_does_not_receive()
    {
        var browser = await town.SignedIn("market-approver");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Page, TestContext.Current.CancellationToken)).StatusCode);
    }
}
