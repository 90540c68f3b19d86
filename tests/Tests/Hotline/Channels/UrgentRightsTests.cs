using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Channels;
using Yimen.Platform.Delivery;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Channels;

/// <summary>Who is called on, who may answer, and who may not.</summary>
public sealed class UrgentRightsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_without_a_book_is_told_on_its_pages_by_its_roles()
    {
        await using var open = await UrgentTown.Open();
        var id = await open.Urgent("MZJ");
        await open.Pass(60);
        await open.Pass(60);

        Assert.Equal([(ContactPost.First, ContactWay.InApp, AttemptResult.Sent), (ContactPost.Next, ContactWay.InApp, AttemptResult.Sent), (ContactPost.Leader, ContactWay.InApp, AttemptResult.Sent)], await open.Attempts(id));
        var head = Guid.Parse(await open.Account("civil-head"));
        Assert.True(await open.Town.Rows(db => db.Set<Message>().AnyAsync(m => m.AccountId == head && m.Href == $"/desk/orders/{id}/acknowledgement", Ct)));
    }

    [Theory]
    [InlineData("hotline1", HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK)]
    [InlineData("market-liaison", HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK)]
    [InlineData("market-approver", HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.OK)]
    [InlineData("civil-liaison", HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK)]
    [InlineData("clerk1", HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    [InlineData("citizen1", HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound)]
    public async Task Who_may(string user, HttpStatusCode acknowledge, HttpStatusCode log, HttpStatusCode list)
    {
        await using var open = await UrgentTown.Open(sms: false);
        await open.Done("/people", ("post", "First"), ("account", await open.Account("market-liaison")));
        await open.Done("/channels", ("post", "First"), ("way", "Phone"), ("address", "10000000011"));
        var id = await open.Urgent();
        var number = (await open.Town.Order(id)).Number;

        Assert.Equal(acknowledge, await open.Town.StatusOf(user, $"/desk/orders/{id}/acknowledgement"));
        Assert.Equal(log, await open.Town.StatusOf(user, $"/desk/orders/{id}/phone-log"));
        Assert.Equal(list, await open.Town.StatusOf(user, "/desk/urgent-contacts"));
        if (list == HttpStatusCode.OK)
        {
            Assert.Equal(user != "civil-liaison", (await open.Town.TextOf(user, "/desk/urgent-contacts?state=Calling&sort=-began")).Contains(number));
        }
    }

    [Fact]
    public async Task An_assisting_unit_does_not_answer_for_the_lead()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        var id = await open.Town.Recorded();
        using var dispatched = await open.Town.Dispatch(id, "SCJG", ("urgency", "Extreme"), ("assisting", "MZJ"));
        Assert.Equal(HttpStatusCode.SeeOther, dispatched.StatusCode);

        Assert.DoesNotContain("确认知悉", await open.Town.TextOf("civil-liaison", $"/desk/orders/{id}"));
        using var answer = await (await Yimen.Tests.Cases.CaseProgram.Program(open.Town, "civil-liaison")).PostAsJsonAsync($"/api/v1/orders/{id}/acknowledgement", new { }, Ct);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(UrgentState.Calling, (await open.Contact(id)).State);
    }

    [Fact]
    public async Task An_ordinary_order_calls_on_nobody()
    {
        await using var open = await UrgentTown.Open();
        await open.Book();
        var id = await open.Town.Recorded();
        using var answer = await open.Town.Dispatch(id);

        await open.Work();

        Assert.False(await open.Town.Rows(db => db.UrgentContacts.AnyAsync(c => c.OrderId == id, Ct)));
        Assert.Empty(open.WeCom.Cards);
    }
}
