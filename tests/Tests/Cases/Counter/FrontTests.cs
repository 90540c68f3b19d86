using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases.Counter;

/// <summary>读卡: the card says who is in front; what is known of them fills the form, and what was typed is marked.</summary>
public sealed class FrontTests(Town town) : IClassFixture<Town>
{
    private const string Desk = "/desk/reception";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_known_applicant_s_card_fills_the_form_and_a_scanned_code_chooses_the_item()
    {
        var before = await town.Receive(TownCatalogue.Catering);
        var browser = await Clerk();

        await Meet(browser, CaseAtCounter.Resident(511), read: true);
        var start = await Town.PageOf(await browser.GetAsync(Desk, Ct));
        Assert.Contains("已读卡", start.QuerySelector("main")!.TextContent);
        Assert.Contains((await town.CaseOf(before)).ItemName, start.QuerySelector("main")!.TextContent);
        Assert.DoesNotContain(CaseAtCounter.Resident(511), start.Body!.TextContent); // masked

        var chosen = await browser.GetAsync($"{Desk}?q=44203108800001", Ct);
        Assert.Equal($"{Desk}/{TownCatalogue.Catering}", chosen.Headers.Location!.ToString());
        var form = await Town.PageOf(await browser.GetAsync(chosen.Headers.Location, Ct));
        Assert.Equal("演示丙", form.QuerySelector("input[name=name]")!.GetAttribute("value"));
        Assert.Equal("138****8003", form.QuerySelector("input[name=phone]")!.GetAttribute("value"));
        Assert.NotEmpty(form.QuerySelectorAll("select[name^=how-] option[selected]")); // each material stands at its usual way

        var answer = await Post(browser, form);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var made = await town.CaseOf(Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^2]));
        Assert.True(made.CardRead);
        Assert.All(made.Materials.Where(m => m.Required || m.MayComeLater), m => Assert.True(m.IsMet));
        Assert.Equal((await town.CaseOf(before)).Applicant.PhoneIndex, made.Applicant.PhoneIndex); // the mask came back and meant the known phone
    }

    [Fact]
    public async Task A_typed_number_is_marked_on_the_case_and_found_by_the_filter()
    {
        var id = await town.Receive(TownCatalogue.Food);

        Assert.False((await town.CaseOf(id)).CardRead);
        var browser = await town.SignedIn("clerk1");
        var page = await Town.PageOf(await browser.GetAsync($"/desk/cases/{id}", Ct));
        Assert.Contains("未读卡", page.QuerySelector("aside")!.TextContent);
        var number = (await town.CaseOf(id)).Number;
        Assert.Contains(number, (await Town.PageOf(await browser.GetAsync($"/desk/cases?card=typed&q={number}", Ct))).QuerySelector("main")!.TextContent);
        Assert.Empty((await Town.PageOf(await browser.GetAsync($"/desk/cases?card=read&q={number}", Ct))).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_number_that_differs_from_the_card_s_is_a_typed_one()
    {
        var browser = await Clerk();
        await Meet(browser, CaseAtCounter.Resident(511), read: true);
        var form = await Town.PageOf(await browser.GetAsync($"{Desk}/{TownCatalogue.Food}", Ct));

        var answer = await Post(browser, form, ("number", CaseAtCounter.Resident(512)), ("name", "演示己"), ("phone", "13800138031"));

        Assert.False((await town.CaseOf(Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^2]))).CardRead);
    }

    [Fact]
    public async Task A_wrong_number_is_named_and_a_forged_cookie_is_nobody()
    {
        var browser = await Clerk();
        using var wrong = await Meet(browser, "440281198503170011", read: true);
        Assert.Contains("证件号码不对", (await Town.PageOf(await browser.GetAsync(Desk, Ct))).Body!.TextContent);

        var forged = await Clerk();
        forged.DefaultRequestHeaders.Add("Cookie", "front=forged");
        Assert.Equal(HttpStatusCode.OK, (await forged.GetAsync(Desk, Ct)).StatusCode);
    }

    [Fact]
    public async Task Pictures_and_the_signature_are_kept_until_the_unit_takes_it_up()
    {
        var id = await town.Receive(TownCatalogue.Food);
        var material = (await town.CaseOf(id)).Materials.OrderBy(m => m.Order).First();

        await Upload(id, $"pictures/{material.Id}");
        await Upload(id, "signature");

        var row = await town.CaseOf(id);
        Assert.NotNull(row.Materials.First(m => m.Id == material.Id).FileId);
        Assert.NotNull(row.SignatureId);
        Assert.Equal(["存入图片", "存入签名"], await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Skip(1).Select(j => j.Verb).ToListAsync()));
        var browser = await town.SignedIn("clerk1");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/desk/cases/{id}/signature", Ct)).StatusCode);
        await town.Accept(id);
        await town.Review(id);
        Assert.Empty((await Town.PageOf(await browser.GetAsync($"/desk/cases/{id}/pictures", Ct))).QuerySelectorAll("input[type=file]"));
    }

    // a browser of its own: the cookie of who is in front must not be shared
    private Task<HttpClient> Clerk() => town.SignedIn("clerk1");

    private async Task<HttpResponseMessage> Meet(HttpClient browser, string number, bool read) =>
        await town.PostForm(browser, Desk, $"{Desk}/applicant", ("id", number), ("cardRead", read ? "true" : "false"));

    // as the page stands: what is filled and ticked goes back
    private static Task<HttpResponseMessage> Post(HttpClient browser, IHtmlDocument page, params (string Name, string? Value)[] over)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").First(f => f.QuerySelector("[name=window]") is not null);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input").Where(i => i.Name is not null && (i.Type is not ("checkbox" or "radio") || i.IsChecked)).Select(i => (i.Name!, (string?)i.Value)).ToList();
        fields.AddRange(form.QuerySelectorAll<IHtmlSelectElement>("select[name^=how-]").Select(s => (s.Name!, (string?)s.Value)));
        fields.Add(("window", "A01"));
        var all = fields.Where(f => over.All(o => o.Name != f.Item1)).Concat(over).Select(f => KeyValuePair.Create(f.Item1, f.Item2!));
        return browser.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(all), Ct);
    }

    private async Task Upload(Guid id, string noun)
    {
        var (browser, page) = (await town.SignedIn("clerk1"), $"/desk/cases/{id}/pictures");
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in await town.HiddenFields(browser, page, $"/desk/cases/{id}/{noun}"))
        {
            parts.Add(new StringContent(value), name);
        }

        parts.Add(new ByteArrayContent(Files.Specimens.Png), "file", "拍照.png");
        using var answer = await browser.PostAsync($"/desk/cases/{id}/{noun}", parts, Ct);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }
}
