using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Corrections;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Knowledge;

public sealed class CorrectionTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_member_of_staff_asks_and_the_owner_answers_within_two_working_days()
    {
        var id = await town.Publish(new ArticleDraft { Title = "会被纠错的问题？" });
        var clerk = await town.SignedIn("clerk1");
        var answer = await town.PostForm(clerk, $"/desk/knowledge/{id}/correction", $"/desk/knowledge/{id}/correction", ("text", "承诺时限已经改为五个工作日"));
        var asked = answer.IdIn();

        Assert.Equal(["answer-correction"], await town.OpenTasks(asked));
        Assert.Equal(new DateOnly(2020, 11, 4), (await Of(asked)).Due);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/desk/knowledge/corrections/{asked}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("civil-liaison")).GetAsync($"/desk/knowledge/corrections/{asked}", Ct)).StatusCode);
        var page = $"/desk/knowledge/corrections/{asked}";
        var liaison = await town.SignedIn("market-liaison");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.PostForm(liaison, page, page, ("reply", "已核对"))).StatusCode);
        var done = await town.PostForm(liaison, page, page, ("outcome", "accept"), ("reply", "已核对，马上修订"));

        Assert.Equal($"/desk/knowledge/{id}", done.Headers.Location!.OriginalString);
        Assert.Equal((CorrectionState.Accepted, "已核对，马上修订", new DateOnly(2020, 11, 2)), ((await Of(asked)).State, (await Of(asked)).Reply, (await Of(asked)).AnsweredOn!.Value));
        Assert.Empty(await town.OpenTasks(asked));
        Assert.Equal(["提出纠错", "采纳"], await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == asked).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync(Ct)));
    }

    [Fact]
    public async Task An_answered_correction_is_not_answered_again()
    {
        var id = await town.Publish(new ArticleDraft { Title = "答过的纠错？" });
        var asked = (await town.PostForm(await town.SignedIn("market-liaison"), $"/desk/knowledge/{id}/correction", $"/desk/knowledge/{id}/correction", ("text", "地址写错了"))).IdIn();
        var (head, page) = (await town.SignedIn("market-head"), $"/desk/knowledge/corrections/{asked}");
        var form = await town.HiddenFields(head, page, page);
        await town.PostForm(head, page, page, ("outcome", "decline"), ("reply", "地址无误"));

        Assert.Equal(HttpStatusCode.Conflict, (await TownDoor.Post(head, page, form.Where(f => f.Key != "idempotencyKey").ToDictionary(f => f.Key, f => f.Value), ("outcome", "accept"), ("reply", "又对了"))).StatusCode);
    }

    [Fact]
    public async Task The_public_asks_without_a_name_and_numbers_are_made_unreadable()
    {
        var id = await town.Publish(new ArticleDraft { Title = "群众纠错的问题？" });
        var page = $"/questions/{id}/correction";
        var answer = await town.PostForm(town.Anybody(), page, page, ("text", "说要三天，我等了十天，电话 138 0013 8000"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var correction = await town.Rows(db => db.Set<Correction>().AsNoTracking().SingleAsync(c => c.ArticleId == id, Ct));
        Assert.Equal((null, "门户访客"), (correction.AskedBy, correction.AskedByName));
        Assert.DoesNotContain("138", correction.Text);
        Assert.Contains("我等了十天", correction.Text);
    }

    [Fact]
    public async Task Of_an_internal_or_expired_entry_the_public_finds_no_form()
    {
        var inner = await town.Publish(new ArticleDraft { Title = "内部口径？", Visibility = Visibility.Internal });

        Assert.Equal(HttpStatusCode.NotFound, (await town.Anybody().GetAsync($"/questions/{inner}/correction", Ct)).StatusCode);
    }

    private Task<Correction> Of(Guid id) => town.Rows(db => db.Set<Correction>().AsNoTracking().SingleAsync(c => c.Id == id, Ct));
}
