using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Platform.Files;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>Online filing, from the guide to the receipt.</summary>
public sealed class FilingTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_door_and_back()
    {
        var answer = await town.Anybody().GetAsync($"/items/{TownCatalogue.Food}/apply", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(Uri.EscapeDataString($"/items/{TownCatalogue.Food}/apply"), answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task From_the_first_field_to_the_receipt()
    {
        var id = await town.FileOnline(TownCatalogue.Food, "citizen2");

        var filed = await town.CaseOf(id);
        Assert.Equal(CaseState.Submitted, filed.State);
        Assert.Equal(Channel.Online, filed.Channel);
        Assert.Equal(new DateOnly(2020, 11, 2), filed.ReceivedOn);
        Assert.StartsWith("20201102SCJG", filed.Number);
        var task = await town.Rows(db => db.Set<InboxTask>().SingleAsync(t => t.MatterId == id));
        Assert.Equal("accept", task.Code);
        var browser = await town.SignedIn("citizen2");
        var receipt = await Town.PageOf(await browser.GetAsync($"/my/cases/{id}/receipt", TestContext.Current.CancellationToken));
        Assert.Contains(filed.Number, receipt.Body!.TextContent);
        Assert.Contains(filed.QueryCode, receipt.Body.TextContent);
        Assert.NotNull(receipt.QuerySelector(".receipt svg"));
    }

    [Fact]
    public async Task A_draft_that_was_left_is_found_again_with_what_was_typed()
    {
        var id = await town.BeginOnline(TownCatalogue.FoodRenewal);
        var browser = await town.SignedIn("citizen1");
        var edit = $"/my/cases/{id}/edit";
        (await town.PostForm(browser, edit, edit, ("kind", "Person"), ("name", "演示甲"), ("number", ""), ("phone", "13800138001"), ("request", "写了一半"), ("then", "later"))).Dispose();

        var again = await browser.GetAsync($"/items/{TownCatalogue.FoodRenewal}/apply", TestContext.Current.CancellationToken);
        var page = await Town.PageOf(await browser.GetAsync(edit, TestContext.Current.CancellationToken));

        Assert.Equal(edit, again.Headers.Location!.ToString());
        Assert.Contains("写了一半", page.QuerySelector("textarea[name=request]")!.TextContent);
        Assert.Equal("13800138001", page.QuerySelector("input[name=phone]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_what_was_typed_stays()
    {
        var id = await town.BeginOnline(TownCatalogue.Catering);
        var browser = await town.SignedIn("citizen1");
        var edit = $"/my/cases/{id}/edit";

        var answer = await town.PostForm(browser, edit, edit, ("kind", "Person"), ("name", "演示甲"), ("number", "440281198503170011"), ("phone", "12"), ("request", "开一家小店"), ("then", "next"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains("校验码", page.QuerySelector("#f-number-error")!.TextContent);
        Assert.NotNull(page.QuerySelector("#f-phone-error"));
        Assert.Equal("440281198503170011", page.QuerySelector("input[name=number]")!.GetAttribute("value"));
        Assert.Contains("开一家小店", page.QuerySelector("textarea[name=request]")!.TextContent);
    }

    [Fact]
    public async Task In_another_s_name_nobody_files_without_a_mandate()
    {
        var id = await town.BeginOnline(TownCatalogue.Catering, "citizen2");
        var browser = await town.SignedIn("citizen2");
        var edit = $"/my/cases/{id}/edit";

        var answer = await town.PostForm(browser, edit, edit, CaseOnline.Filled("citizen1"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("替他人申请须先登记委托", (await Town.PageOf(answer)).QuerySelector("#f-number-error")!.TextContent);
    }

    [Fact]
    public async Task A_second_begin_leads_to_the_same_draft()
    {
        var first = await town.BeginOnline(TownCatalogue.Marriage);
        var browser = await town.SignedIn("citizen1");
        var again = await browser.GetAsync($"/items/{TownCatalogue.Marriage}/apply", TestContext.Current.CancellationToken);

        Assert.Equal($"/my/cases/{first}/edit", again.Headers.Location!.ToString());
    }

    [Fact]
    public async Task What_is_missing_is_said_and_nothing_is_filed()
    {
        var id = await town.BeginOnline(TownCatalogue.Food);
        await town.FillIn(id);
        var browser = await town.SignedIn("citizen1");

        var page = await Town.PageOf(await browser.GetAsync($"/my/cases/{id}/submission", TestContext.Current.CancellationToken));

        Assert.Contains("还缺少 3 份必要材料", page.Body!.TextContent);
        Assert.Null(page.QuerySelector($"form[action='/my/cases/{id}/submission']"));
        Assert.Equal(CaseState.Draft, (await town.CaseOf(id)).State);
    }

    [Fact]
    public async Task A_discarded_draft_is_forgotten_with_its_files()
    {
        var id = await town.BeginOnline(TownCatalogue.Food, "citizen2");
        await town.FillIn(id, "citizen2");
        await town.Upload(id, 1, user: "citizen2");
        var browser = await town.SignedIn("citizen2");

        var answer = await town.PostForm(browser, $"/my/cases/{id}/discard", $"/my/cases/{id}/discard");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var left = await town.CaseOf(id);
        Assert.Equal((CaseState.Discarded, "", ""), (left.State, left.Applicant.Name, left.Request));
        Assert.Equal(0, await town.Rows(db => db.Set<StoredFile>().CountAsync(f => f.MatterId == id)));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/my/cases/{id}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_double_click_files_one_case()
    {
        var id = await town.BeginOnline(TownCatalogue.FoodRenewal, "citizen2");
        await town.FillIn(id, "citizen2");
        foreach (var material in (await town.CaseOf(id)).Materials.Where(m => m.Required))
        {
            await town.Upload(id, material.Order, user: "citizen2");
        }

        var browser = await town.SignedIn("citizen2");
        var page = $"/my/cases/{id}/submission";
        var hidden = await town.HiddenFields(browser, page, page);
        var first = await TownDoor.Post(browser, page, hidden, ("truthful", "true"));
        var second = await TownDoor.Post(browser, page, hidden, ("truthful", "true"));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.MatterId == id && j.Verb == "提交")));
    }

    [Theory]
    [InlineData("Household", "垂管专网系统")]
    [InlineData("Equipment", "暂停")]
    [InlineData("Disability", "不能网上申请")]
    public async Task What_cannot_be_filed_online_says_why(string item, string words)
    {
        var id = item switch { "Household" => TownCatalogue.Household, "Equipment" => TownCatalogue.Equipment, _ => TownCatalogue.Disability };
        var browser = await town.SignedIn("citizen1");

        var answer = await browser.GetAsync($"/items/{id}/apply", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(words, (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Fact]
    public async Task Staff_do_not_apply_with_their_office_account()
    {
        var browser = await town.SignedIn("clerk1");

        var answer = await browser.GetAsync($"/items/{TownCatalogue.Food}/apply", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("工作人员账号", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("materials")]
    [InlineData("submission")]
    [InlineData("receipt")]
    [InlineData("discard")]
    [InlineData("")]
    public async Task Another_account_does_not_find_the_case(string noun)
    {
        var id = await town.BeginOnline(TownCatalogue.Food, "citizen2");
        var browser = await town.SignedIn("citizen1");

        var answer = await browser.GetAsync($"/my/cases/{id}/{noun}".TrimEnd('/'), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain((await town.CaseOf(id)).ItemName, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Staff_do_not_see_drafts()
    {
        var id = await town.BeginOnline(TownCatalogue.Food, "citizen2");
        var browser = await town.SignedIn("market-approver");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/desk/cases/{id}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_older_of_two_open_forms_is_shown_both_versions()
    {
        var id = await town.BeginOnline(TownCatalogue.Food);
        var browser = await town.SignedIn("citizen1");
        var edit = $"/my/cases/{id}/edit";
        var hidden = await town.HiddenFields(browser, edit, edit);
        await town.FillIn(id);

        var late = await TownDoor.Post(browser, edit, hidden, CaseOnline.Filled().Select(f => f.Item1 == "request" ? ("request", "另一个窗口里写的") : f));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var text = (await Town.PageOf(late)).Body!.TextContent;
        Assert.Contains("另一个窗口里写的", text);
        Assert.Contains("开一家小店", text);
    }

    [Fact]
    public async Task What_was_typed_enters_the_journal_only_as_ciphertext()
    {
        var id = await town.BeginOnline(TownCatalogue.Food);
        await town.FillIn(id);

        var changes = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).Select(j => j.Changes).ToListAsync());

        Assert.All(changes, c => Assert.DoesNotContain("开一家小店", c));
        Assert.All(changes, c => Assert.DoesNotContain(CaseOnline.NumberOf("citizen1"), c));
    }
}
