using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Delivery;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Portal;

/// <summary>我的: what was said to a person, how much of it is unread, and where it leads.</summary>
public sealed class MyMessagesTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_accepted_case_tells_its_applicant_who_reads_it_on_opening_and_comes_to_the_case()
    {
        var id = await town.FileOnline(TownCatalogue.Food);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Accept(id)).StatusCode);
        var citizen = await town.SignedIn("citizen1");

        var my = await Town.PageOf(await citizen.GetAsync("/my", Ct));
        var message = await town.Rows(db => db.Set<Message>().AsNoTracking().SingleAsync(m => m.Href == $"/my/cases/{id}", Ct));

        Assert.Null(message.ReadAt);
        Assert.Equal($"/my/messages/{message.Id}", my.QuerySelector("#messages li a")!.GetAttribute("href"));
        Assert.Contains("未读消息（1）", my.QuerySelector("#messages")!.TextContent);
        var opened = await Town.PageOf(await citizen.GetAsync($"/my/messages/{message.Id}", Ct));
        Assert.Contains("食品经营许可（新办）", opened.Body!.TextContent);
        Assert.NotNull(opened.QuerySelector($"main a[href='/my/cases/{id}']"));
        Assert.NotNull((await town.Rows(db => db.Set<Message>().AsNoTracking().SingleAsync(m => m.Id == message.Id, Ct))).ReadAt);
        Assert.Null((await Town.PageOf(await citizen.GetAsync("/my", Ct))).QuerySelector("#messages"));
    }

    [Fact]
    public async Task What_is_anothers_is_not_found_and_stays_unread()
    {
        var id = await town.FileOnline(TownCatalogue.FoodRenewal, "citizen2");
        await town.Accept(id, "clerk1");
        var message = await town.Rows(db => db.Set<Message>().AsNoTracking().SingleAsync(m => m.Href == $"/my/cases/{id}", Ct));

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("citizen1")).GetAsync($"/my/messages/{message.Id}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await town.Anybody().GetAsync($"/my/messages/{message.Id}", Ct)).StatusCode);
        Assert.Null((await town.Rows(db => db.Set<Message>().AsNoTracking().SingleAsync(m => m.Id == message.Id, Ct))).ReadAt);
    }

    [Fact]
    public async Task What_goes_on_inside_the_unit_is_told_to_nobody()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);

        Assert.Empty(await town.Rows(db => db.Set<Message>().Where(m => m.Href == $"/my/cases/{id}").ToListAsync(Ct)));
    }
}
