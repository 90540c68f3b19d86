using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Identity;
using Yimen.Tests.World;

namespace Yimen.Tests.Delivery;

public sealed class DeliveryPageTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("office1", HttpStatusCode.OK)]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("clerk1", HttpStatusCode.NotFound)]
    [InlineData("citizen1", HttpStatusCode.NotFound)]
    public async Task The_outbox_is_for_those_who_run_the_house(string user, HttpStatusCode expected) =>
        Assert.Equal(expected, (await (await town.SignedIn(user)).GetAsync("/desk/outbox", Ct)).StatusCode);

    [Fact]
    public async Task A_dead_letter_is_shown_masked_with_what_was_said_and_can_be_sent_again()
    {
        await Write(k => Letter.Sms(k.Seal("13800138001"), "受理通知", "内容"));
        await town.Rows(db => db.Database.ExecuteSqlAsync($"UPDATE outbox_message SET dead_at = created_at, attempts = 7, last_error = '号码不存在'"));
        var office = await town.SignedIn("office1");
        var page = await Town.PageOf(await office.GetAsync("/desk/outbox?state=Dead", Ct));
        var row = Assert.Single(page.QuerySelectorAll("table[data-rows] tbody tr"));
        Assert.All(["138****8001", "号码不存在", "发送失败"], s => Assert.Contains(s, row.TextContent));
        Assert.DoesNotContain("13800138001", page.Body!.TextContent);
        var id = await town.Rows(db => db.Set<OutboxMessage>().Select(m => m.Id).SingleAsync(Ct));
        Assert.Null((await Town.PageOf(await (await town.SignedIn("director")).GetAsync("/desk/outbox?state=Dead", Ct))).QuerySelector("form[action$=retry]"));
        var answer = await town.PostForm(office, "/desk/outbox?state=Dead", $"/desk/outbox/{id}/retry");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var again = await town.Rows(db => db.Set<OutboxMessage>().SingleAsync(Ct));
        Assert.Equal((OutboxState.Waiting, 0, "罗甲"), (again.State, again.Attempts, again.RetriedBy));
    }

    [Fact]
    public async Task A_person_reads_their_own_messages_and_nobody_elses()
    {
        var (one, two) = (await IdOf("citizen1"), await IdOf("citizen2"));
        await Write(_ => Letter.ToAccount(one, "办件已受理", "您的办件已受理，请留意进展。") with { Href = "/my", DedupeKey = "a" }, _ => Letter.ToAccount(two, "别人的消息", "内容") with { DedupeKey = "b" });
        await Write(_ => Letter.ToAccount(one, "办件已受理", "重复") with { DedupeKey = "a" });
        var citizen = await town.SignedIn("citizen1");
        var text = (await Town.PageOf(await citizen.GetAsync("/my/messages", Ct))).Body!.TextContent;
        Assert.Contains("请留意进展", text);
        Assert.Contains("1 条未读", text);
        Assert.DoesNotContain("别人的消息", text);
        await town.PostForm(citizen, "/my/messages", "/my/messages/read");
        Assert.Equal((0, 1), (await town.Rows(db => db.UnreadOf(one, Ct)), await town.Rows(db => db.UnreadOf(two, Ct))));
    }

    [Fact]
    public async Task Signed_out_there_are_no_messages() =>
        Assert.Equal(HttpStatusCode.Redirect, (await town.Anybody().GetAsync("/my/messages", Ct)).StatusCode);

    private Task<Guid> IdOf(string user) => town.Rows(db => db.Set<Account>().Where(a => a.UserName == user).Select(a => a.Id).SingleAsync(Ct));

    private Task<bool> Write(params Func<Platform.Crypto.CountyKeys, Letter>[] letters) => town.InCounty(async (_, services) =>
    {
        var act = new Act(Actor.System, town.Time.Now());
        await services.GetRequiredService<Writer>().Write(act, async () =>
        {
            foreach (var letter in letters)
            {
                await services.GetRequiredService<Outbox>().Add(act, letter(services.GetRequiredService<CountyScope>().County.Keys));
            }
        }, default);
        return true;
    });
}
