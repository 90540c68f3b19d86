using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;
using Yimen.Tests.Cases;
using Yimen.Tests.Knowledge;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>直接解答 from the knowledge base: found by what the caller said, given as it stands or rewritten, counted as used.</summary>
public sealed class DirectAnswerTests(Town town) : IClassFixture<Town>
{
    private const string Question = "小作坊加工米粉要办什么登记";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_caller_said_finds_the_entry_and_answering_from_it_counts_as_its_use()
    {
        var (article, id) = (await Entry(), await Order());
        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync($"/desk/orders/{id}/direct-answer?article={article}", Ct));
        Assert.Equal("先向所在地市场监管所申请登记，带身份证件。", page.QuerySelector("[name=text]")!.TextContent);
        Assert.Equal($"{article}", page.QuerySelector("[name=article]")!.GetAttribute("value"));

        await town.Step("hotline1", id, "direct-answer", ("article", $"{article}"), ("text", "先向所在地市场监管所申请登记，带身份证件。"));

        Assert.Equal((OrderState.Closed, true), ((await town.Order(id)).State, (await town.Order(id)).DirectAnswer));
        Assert.Equal([article], await town.Rows(db => db.AnswersFrom.Where(a => a.MatterId == id).Select(a => a.ArticleId).ToListAsync(Ct)));
    }

    [Fact]
    public async Task An_entry_taken_down_meanwhile_is_not_given_and_what_was_typed_stays()
    {
        var (article, id) = (await Entry(), await Order());
        var browser = await town.SignedIn("hotline1");
        await town.Do(browser, $"/desk/knowledge/{article}/takedown", ("reason", "政策已经变化"));

        var answer = await town.Step("hotline1", id, "direct-answer", ("article", $"{article}"), ("text", "先向所在地市场监管所申请登记。"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains("已经下架或者过期", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("先向所在地市场监管所申请登记。", page.QuerySelector("[name=text]")!.TextContent);
        Assert.Equal(OrderState.Received, (await town.Order(id)).State);
    }

    [Fact]
    public async Task Only_the_office_answers_and_an_order_under_way_has_no_direct_answer()
    {
        var id = await Order();
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-liaison")).GetAsync($"/desk/orders/{id}/direct-answer", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("hotline1")).GetAsync($"/desk/orders/{Guid.AllBitsSet}/direct-answer", Ct)).StatusCode);

        await town.Step("hotline1", id, "direct-answer", ("text", "请带身份证件到市场监管所登记。"));

        Assert.Equal(HttpStatusCode.Conflict, (await (await town.SignedIn("hotline1")).GetAsync($"/desk/orders/{id}/direct-answer", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_program_answers_from_an_entry_and_is_told_what_is_wrong()
    {
        var (article, id) = (await Entry(), await Order());
        var program = await town.Program("hotline1");

        var thin = await program.PostAsJsonAsync($"/api/v1/orders/{id}/direct-answer", new { text = "好的" }, Ct);
        var done = await program.PostAsJsonAsync($"/api/v1/orders/{id}/direct-answer", new { text = "先向所在地市场监管所申请登记。", article }, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, thin.StatusCode);
        Assert.True(done.IsSuccessStatusCode, await done.Content.ReadAsStringAsync(Ct));
        Assert.Equal(1, await town.Rows(db => db.AnswersFrom.CountAsync(a => a.MatterId == id, Ct)));
    }

    private Task<Guid> Entry() => town.Publish(new ArticleDraft { Title = Question, Answer = "先向所在地市场监管所申请登记，带身份证件。" });

    private Task<Guid> Order() => town.Recorded(("type", "Consultation"), ("title", Question), ("content", "家里做米粉卖，想问小作坊加工米粉要办什么登记。"));
}
