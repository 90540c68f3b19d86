using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.MassEvents;
using Yimen.Kernel;
using Yimen.Platform.Delivery;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>群体诉求: many callers say one thing on one day. Each test has its own town.</summary>
public sealed class MassEventTests : IAsyncLifetime
{
    private const string Here = "/desk/orders/mass-events";
    private readonly Town town = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task Twenty_of_a_class_on_a_day_raise_a_flag_once_and_nineteen_do_not()
    {
        for (var n = 0; n < 19; n++)
        {
            await Called(n);
        }

        await Watch();
        Assert.Equal(0, await Letters());
        Assert.DoesNotContain("路灯照明", await Rows());
        await Called(19);
        await Watch();
        await Watch();

        Assert.Equal(await town.Rows(db => db.Users.CountAsync(a => a.Grants.Any(g => g.Role == "hotline" || g.Role == "director"))), await Letters());
        Assert.Contains("路灯照明", await Rows());
        Assert.DoesNotContain("路灯照明", await Rows("?to=2020-11-01"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", Here));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", $"{Here}/2020-11-02/010401"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", $"{Here}/yesterday/010102"));
    }

    [Fact]
    public async Task What_waits_is_linked_to_one_master_in_one_form_and_takes_its_class()
    {
        var all = new List<Guid>();
        for (var n = 0; n < 20; n++)
        {
            all.Add(await Called(n));
        }

        var (late, lateToo) = (await town.Recorded(("phone", "13800138901")), await town.Recorded(("phone", "13800138902"))); // nobody gave these a class yet
        var number = (await town.Order(all[0])).Number;
        Assert.Contains("文字相近，尚未分类", await town.TextOf("hotline1", $"{Here}/2020-11-02/010102"));
        Assert.DoesNotContain("合并办理", await town.TextOf("director", $"{Here}/2020-11-02/010102")); // reads, does not dispatch

        using var nothing = await Link();
        using var unknown = await Link(("master", "GD000"), ("order", $"{late}"));
        using var done = await Link(("master", number), ("order", $"{late}"), ("order", $"{lateToo}"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (nothing.StatusCode, unknown.StatusCode, done.StatusCode));
        foreach (var id in new[] { late, lateToo })
        {
            var row = await town.Order(id);
            Assert.Equal((OrderState.Following, all[0], "010102"), (row.State, row.MasterId!.Value, row.ContentClass));
        }

        Assert.Equal(2, (await town.Order(all[0])).Followers);
    }

    private async Task<HttpResponseMessage> Link(params (string, string?)[] fields) =>
        await town.PostForm(await town.SignedIn("hotline1"), $"{Here}/2020-11-02/010102", $"{Here}/2020-11-02/010102", fields);

    private async Task<Guid> Called(int n)
    {
        var id = await town.Recorded(("phone", $"138001380{n:00}"));
        await town.Dispatch(id);
        return id;
    }

    private async Task<string> Rows(string query = "") =>
        string.Concat((await Town.PageOf(await (await town.SignedIn("director")).GetAsync(Here + query, Ct))).QuerySelectorAll("table tbody, .empty").Select(e => e.TextContent));

    private Task<int> Letters() => town.Rows(db => db.Set<Message>().CountAsync(m => m.Href == $"{Here}/2020-11-02/010102"));

    private Task Watch() => town.InCounty(async (_, services) =>
    {
        await services.GetRequiredService<MassWatch>().Run(town.Time.Now(), Ct);
        return true;
    });
}
