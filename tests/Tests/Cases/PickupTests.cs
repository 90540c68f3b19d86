using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Cases.Pickup;
using Yimen.Kernel;
using Yimen.Platform.Delivery;
using Yimen.Platform.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The result's way out: identity at the counter, a proxy with a basis, EMS both ways, and what nobody fetches.</summary>
public sealed class PickupTests(Town town) : IClassFixture<Town>
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_applicant_s_own_card_is_checked_and_whether_it_was_read_stands_in_the_case()
    {
        var id = await Ready();
        var stranger = await HandOut(id, [("taker", "self"), ("takerNumber", CaseAtCounter.Resident(512))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.StatusCode);
        Assert.Contains("不是申请人本人", (await Town.PageOf(stranger)).QuerySelector(".error-summary")!.TextContent);

        var answer = await HandOut(id, [("taker", "self"), ("takerNumber", CaseAtCounter.Resident(511)), ("cardRead", "true")], Png);

        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, (await Town.PageOf(answer)).Body!.TextContent);
        var row = await town.CaseOf(id);
        Assert.Equal((CaseState.Delivered, true, false), (row.State, row.HandOut!.CardRead, row.HandOut.IsProxy));
        Assert.DoesNotContain(CaseAtCounter.Resident(511), row.HandOut.Number);
        Assert.Equal(1, await town.Rows(db => db.Set<StoredFile>().CountAsync(f => f.Id == row.HandOut.SignatureId, Ct)));
        var clerk = await town.SignedIn("clerk1");
        Assert.Contains("已读卡", (await Town.PageOf(await clerk.GetAsync($"/desk/cases/{id}", Ct))).Body!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/desk/cases/{id}/pickup/signature", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_proxy_comes_with_a_mandate_or_a_letter_and_is_named_with_a_masked_number()
    {
        var id = await Ready();
        var bare = await HandOut(id, [("taker", "proxy"), ("takerNumber", TownPeople.Resident(2)), ("takerName", "演示乙")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);

        await HandOut(id, [("taker", "proxy"), ("takerNumber", TownPeople.Resident(2)), ("takerName", "演示乙"), ("authority", "授权委托书（2020年11月2日）")]);

        var taker = (await town.CaseOf(id)).HandOut!;
        Assert.Equal(("演示乙", true, false, "窗口查验：授权委托书（2020年11月2日）"), (taker.Name, taker.IsProxy, taker.CardRead, taker.Basis));
    }

    [Fact]
    public async Task A_parcel_is_sent_and_its_arrival_serves_the_case()
    {
        var id = await Ready();
        var (clerk, page) = (await town.SignedIn("clerk1"), $"/desk/cases/{id}");
        Assert.NotNull((await Town.PageOf(await clerk.GetAsync(page, Ct))).QuerySelector($"a[href='{page}/parcels']"));
        await Send(clerk, page, "EA 1234 5678 9CN", "2020-11-02");
        var twice = await Send(clerk, page, "EA123456789CN", "2020-11-02");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, CaseState.AwaitingDelivery), (twice.StatusCode, (await town.CaseOf(id)).State));
        Assert.Contains("已经登记", (await Town.PageOf(twice)).QuerySelector("#f-parcel-error")!.TextContent);

        var parcel = (await town.CaseOf(id)).Parcels.Single();
        var arrival = $"{page}/parcels/{parcel.Id}/arrival";
        var early = await town.PostForm(clerk, arrival, arrival, ("on", "2020-11-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Equal("2020-11-01", (await Town.PageOf(early)).QuerySelector("[name=on]")!.GetAttribute("value"));
        await town.PostForm(clerk, arrival, arrival, ("on", "2020-11-02"));
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.GetAsync(arrival, Ct)).StatusCode); // arrived

        var row = await town.CaseOf(id);
        Assert.Equal((CaseState.Delivered, DeliveryMethod.Post), (row.State, row.Delivery!.Method));
        Assert.Contains("EA123456789CN", row.Delivery.Note);
    }

    [Fact]
    public async Task What_is_wrong_with_a_parcel_is_said_at_its_field_and_what_was_typed_stays()
    {
        var id = await Ready();
        var (clerk, page) = (await town.SignedIn("clerk1"), $"/desk/cases/{id}");

        var answer = await Send(clerk, page, "EA12", "2020-12-24", "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var form = await Town.PageOf(answer);
        Assert.All(["way", "parcel", "sentOn"], field => Assert.NotNull(form.QuerySelector($"#f-{field}-error")));
        Assert.Equal(("EA12", "2020-12-24"), (form.QuerySelector("[name=parcel]")!.GetAttribute("value"), form.QuerySelector("[name=sentOn]")!.GetAttribute("value")));
        Assert.Empty((await town.CaseOf(id)).Parcels);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-head")).GetAsync(page + "/parcels", Ct)).StatusCode);
    }

    private Task<HttpResponseMessage> Send(HttpClient clerk, string page, string number, string on, string way = "ToApplicant") =>
        town.PostForm(clerk, page + "/parcels", page + "/parcels", ("way", way), ("parcel", number), ("sentOn", on));

    [Fact]
    public async Task Who_may_not_serve_hands_nothing_out_and_what_is_not_ready_cannot_be_handed_out()
    {
        var id = await town.Receive(TownCatalogue.Disability, window: "A03");

        Assert.Equal(HttpStatusCode.Conflict, (await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{id}/pickup", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-head")).GetAsync($"/desk/cases/{id}/pickup", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_applicant_is_told_once_that_it_is_ready_and_reminded_once_a_period_and_the_list_shows_what_is_over_the_limit()
    {
        var id = await Ready();
        var now = town.Time.Now();
        await Watch(now);
        await Watch(now.AddHours(1));
        Assert.Equal(1, await Letters(id));
        var clerk = await town.SignedIn("clerk1");
        Assert.DoesNotContain((await town.CaseOf(id)).Number, (await Town.PageOf(await clerk.GetAsync("/desk/uncollected", Ct))).Body!.TextContent);
        Assert.Contains((await town.CaseOf(id)).Number, (await Town.PageOf(await clerk.GetAsync("/desk/uncollected?all=true&size=100", Ct))).Body!.TextContent);

        await Watch(now.AddDays(30));
        await Watch(now.AddDays(31));
        Assert.Equal(2, await Letters(id));
        await Watch(now.AddDays(45));
        Assert.Equal(3, await Letters(id));
        var (director, page) = (await town.SignedIn("director"), "/desk/uncollected/export?all=true");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.PostForm(director, page, page, ("purpose", ""))).StatusCode);
        using var file = await (await town.PostForm(director, page, page, ("purpose", "月底清点"))).Content.ReadAsStreamAsync(Ct);
        var number = (await town.CaseOf(id)).Number;
        Assert.Contains(file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>(), r => (string)r["受理编号"] == number);
    }

    private async Task<Guid> Ready()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Review(id);
        await town.Decide(id);
        await town.Certify(id);
        Assert.Equal((CaseState.AwaitingDelivery, new DateOnly(2020, 11, 2)), ((await town.CaseOf(id)).State, (await town.CaseOf(id)).ReadyOn));
        return id;
    }

    private Task Watch(DateTimeOffset now) => town.InCounty(async (_, services) =>
    {
        await services.GetRequiredService<PickupWatch>().Run(now, Ct);
        return true;
    });

    private Task<int> Letters(Guid id) => town.Rows(db => db.Set<OutboxMessage>().CountAsync(m => m.DedupeKey!.StartsWith($"case/{id:N}/"), Ct));

    private async Task<HttpResponseMessage> HandOut(Guid id, (string Name, string Value)[] fields, byte[]? signature = null)
    {
        var (browser, page) = (await town.SignedIn("clerk1"), $"/desk/cases/{id}/pickup");
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in (await town.HiddenFields(browser, page, page)).Select(h => (h.Key, h.Value)).Concat(fields))
        {
            form.Add(new StringContent(value), name);
        }

        if (signature is not null)
        {
            var part = new ByteArrayContent(signature);
            part.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            form.Add(part, "signature", "签字.png");
        }

        return await browser.PostAsync(page, form, Ct);
    }
}
