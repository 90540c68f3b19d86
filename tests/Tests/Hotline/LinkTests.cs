using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Links;
using Yimen.Platform.Figures;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>重复工单, 同一事项: handled once, answered to everybody, counted once and for all.</summary>
public sealed class LinkTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_who_called_about_the_same_gets_the_answer_and_is_asked_for_themselves()
    {
        var (demand, handled) = (await Count("H01"), await Count("H02"));
        var master = await town.Signed();
        var number = (await town.Order(master)).Number;
        var (again, other) = (await town.Recorded(), await town.Recorded(("phone", "13800138055")));

        await town.Step("hotline1", again, "master", ("number", number));
        await town.Step("hotline1", other, "master", ("number", number));
        Assert.Equal((LinkKind.Repeated, LinkKind.SameMatter), ((await town.Order(again)).Link!.Value, (await town.Order(other)).Link!.Value));
        Assert.Equal(2, (await town.Order(master)).Followers);
        Assert.Empty(await town.TasksOf(again));
        Assert.Equal((demand + 3, handled + 1), (await Count("H01"), await Count("H02")));
        await town.Finish(master);

        foreach (var id in new[] { again, other })
        {
            var row = await town.Order(id);
            Assert.Equal((OrderState.FollowUp, "已更换线路和灯头，当晚恢复照明，感谢您的反映。"), (row.State, row.Released!.Text));
            Assert.Equal(["visit"], (await town.TasksOf(id)).Select(t => t.Code));
            Assert.Equal("转告答复", (await town.JournalOf(id))[^1]);
        }

        // one of them is not content: it is handled again by itself, at the unit that had the master
        await town.Step("hotline1", other, "visits", ("reached", "yes"), ("attitude", "Dissatisfied"), ("result", "NotSolved"));
        await town.Step("hotline1", other, "rehandling", ("text", "他家门口的那盏没有修。"));
        Assert.Equal((OrderState.Handling, "SCJG"), ((await town.Order(other)).State, (await town.Order(other)).Unit!.Value.Value));
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Reply(other)).StatusCode);
    }

    [Fact]
    public async Task A_follower_is_set_free_by_hand_and_links_make_no_chain()
    {
        var (master, follower, third) = (await town.Recorded(), await town.Recorded(), await town.Recorded());
        var number = (await town.Order(master)).Number;
        await town.Step("hotline1", follower, "master", ("number", number));

        Assert.Equal(HttpStatusCode.Conflict, (await town.Step("hotline1", third, "master", ("number", (await town.Order(follower)).Number))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await town.Step("hotline1", master, "master", ("number", (await town.Order(third)).Number))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await town.Step("hotline1", third, "master", ("number", (await town.Order(third)).Number))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Step("hotline1", third, "master", ("number", "GD000000000000"))).StatusCode);
        await town.Step("hotline1", follower, "separation");

        Assert.Equal((OrderState.Received, 0), ((await town.Order(follower)).State, (await town.Order(master)).Followers));
        Assert.Equal(["dispatch"], (await town.TasksOf(follower)).Select(t => t.Code));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", $"/desk/orders/{third}/master"));
    }

    [Fact]
    public async Task Nothing_to_divide_by_is_not_applicable_and_never_nought()
    {
        var book = town.Host.Services.GetRequiredService<FigureBook>();
        foreach (var figure in OrderFigures.All.Where(f => f.Ratio is not null))
        {
            var value = await town.Rows(db => book.Compute(db, figure, new(new(2019, 1, 1), new(2018, 1, 1), new(2019, 1, 1)), Ct));
            Assert.Equal((null, "不适用"), (value.Value, value.Text));
        }
    }

    private async Task<long> Count(string id)
    {
        var book = town.Host.Services.GetRequiredService<FigureBook>();
        return (await town.Rows(db => book.Compute(db, book.Find(id)!, new(new(2020, 11, 2), new(2020, 11, 1), new(2020, 11, 3)), Ct))).Numerator;
    }
}
