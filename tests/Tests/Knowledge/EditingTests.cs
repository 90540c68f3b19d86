using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Knowledge;

public sealed class EditingTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_liaison_writes_an_entry_for_the_own_unit()
    {
        var liaison = await town.SignedIn("market-liaison");
        var answer = await town.PostForm(liaison, "/desk/knowledge/new", "/desk/knowledge/new", Entries.Form(items: null));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var article = await town.Article(answer.IdIn());
        Assert.Equal((TownPeople.Market, ArticleState.New, ArticleVersionState.Editing), (article.Unit, article.State, article.Working!.State));
        Assert.Equal((2, "食品安全法 第三十六条", Visibility.Public), (article.Working.Variants.Count, article.Working.LegalBasis, article.Working.Visibility));
        Assert.Equal(["write-article"], await town.OpenTasks(article.Id));
        Assert.Equal("采编", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == article.Id).Select(j => j.Verb).SingleAsync(Ct)));
    }

    [Fact]
    public async Task A_double_click_writes_one_entry()
    {
        var liaison = await town.SignedIn("market-liaison");
        var form = await town.HiddenFields(liaison, "/desk/knowledge/new", "/desk/knowledge/new");
        var first = await TownDoor.Post(liaison, "/desk/knowledge/new", form, Entries.Form("双击的问题？", items: null));
        var second = await TownDoor.Post(liaison, "/desk/knowledge/new", form, Entries.Form("双击的问题？", items: null));

        Assert.Equal(first.IdIn(), second.IdIn());
    }

    [Fact]
    public async Task Others_neither_write_nor_find_what_is_being_written()
    {
        var liaison = await town.SignedIn("market-liaison");
        var id = (await town.PostForm(liaison, "/desk/knowledge/new", "/desk/knowledge/new", Entries.Form("别人看不到的问题？", items: null))).IdIn();

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("clerk1")).GetAsync("/desk/knowledge/new", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("clerk1")).GetAsync($"/desk/knowledge/{id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-liaison")).GetAsync($"/desk/knowledge/{id}/edit", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-liaison")).GetAsync($"/desk/knowledge/{id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await (await town.SignedIn("hotline1")).GetAsync($"/desk/knowledge/{id}/edit", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await town.Anybody().GetAsync($"/desk/knowledge/{id}", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_unit_that_is_not_the_liaisons_is_refused_at_its_field()
    {
        var answer = await town.PostForm(await town.SignedIn("market-liaison"), "/desk/knowledge/new", "/desk/knowledge/new", Entries.Form(unit: "MZJ", items: null));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请选择您可以编写的主办单位", (await Town.PageOf(answer)).Body!.TextContent);
    }

    [Theory]
    [InlineData("title", "", "请填写问题")]
    [InlineData("title", "两行\n问题", "问题写成一行")]
    [InlineData("answer", " ", "请填写答复")]
    [InlineData("answer", "请打经办人手机 13800138000。", "不能有身份证号码或手机号码")]
    [InlineData("answer", "<p>粘贴来的</p>", "含有网页代码")]
    [InlineData("validTo", "2020-10-01", "有效期至不能早于今天")]
    [InlineData("validTo", "明年", "有效期至应为日期")]
    [InlineData("visibility", "", "请选择公开范围")]
    [InlineData("items", "没有这样的事项", "事项目录中没有已发布的")]
    public async Task What_is_wrong_is_told_at_its_field_and_what_was_typed_stays(string field, string value, string message)
    {
        var fields = Entries.Form().Select(f => f.Item1 == field ? (field, value) : f);
        var answer = await town.PostForm(await town.SignedIn("market-liaison"), "/desk/knowledge/new", "/desk/knowledge/new", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains(message, page.QuerySelector($"[name={field}]")!.Closest(".field")!.TextContent);
        Assert.Contains("家里做米粉卖要登记吗", page.QuerySelector("[name=variants]")!.TextContent);
    }

    [Fact]
    public async Task Two_editors_see_each_others_words_and_the_second_decides()
    {
        var liaison = await town.SignedIn("market-liaison");
        var id = (await town.PostForm(liaison, "/desk/knowledge/new", "/desk/knowledge/new", Entries.Form("两个人写的问题？", items: null))).IdIn();
        var edit = $"/desk/knowledge/{id}/edit";
        var old = await town.HiddenFields(liaison, edit, edit);
        await town.PostForm(await town.SignedIn("hotline1"), edit, edit, Entries.Form("热线办改的问题？", items: null));

        var answer = await TownDoor.Post(liaison, edit, old, Entries.Form("联络员改的问题？", items: null));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var text = (await Town.PageOf(answer)).Body!.TextContent;
        Assert.Contains("热线办改的问题", text);
        Assert.Equal("热线办改的问题？", (await town.Article(id)).Title);
    }

    [Fact]
    public async Task An_item_is_linked_by_its_name_or_code()
    {
        var liaison = await town.SignedIn("market-liaison");
        var name = await town.Rows(db => db.Set<Yimen.Catalog.Contracts.ItemRef>().Where(i => i.Id == TownCatalogue.Food).Select(i => i.Name).SingleAsync(Ct));
        var id = (await town.PostForm(liaison, "/desk/knowledge/new", "/desk/knowledge/new", Entries.Form("办食品证要多久？", items: name))).IdIn();

        Assert.Equal([TownCatalogue.Food], (await town.Article(id)).Working!.Items);
        var shown = await Town.PageOf(await liaison.GetAsync($"/desk/knowledge/{id}/edit", Ct));
        Assert.EndsWith(name, shown.QuerySelector("[name=items]")!.TextContent.Trim());
        await town.Do(liaison, $"/desk/knowledge/{id}/edit", Entries.Form("办食品证要几天？", items: shown.QuerySelector("[name=items]")!.TextContent.Trim()));
        Assert.Equal([TownCatalogue.Food], (await town.Article(id)).Working!.Items);
    }
}
