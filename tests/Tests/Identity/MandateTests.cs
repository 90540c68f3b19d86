using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Journal;
using Yimen.Tests.World;
using static Yimen.Tests.Identity.Pages;

namespace Yimen.Tests.Identity;

public sealed class MandateTests(Town town) : IClassFixture<Town>
{
    private const string Here = "/my/mandates";
    private const string Desk = "/desk/verification";

    [Fact]
    public async Task A_representative_claims_a_clerk_verifies_an_agent_acts_and_stops_acting()
    {
        var code = CreditCode.Compose("91440281", "YM900101");
        var boss = await town.SignedIn("citizen2");
        Assert.Equal(Here, (await Claim(boss, code)).To());
        Assert.Empty(await Representing("citizen2", code));

        var clerk = await town.SignedIn("clerk1");
        var action = (await Town.PageOf(await clerk.GetAsync(Desk, Ct))).QuerySelectorAll("tr").Single(r => r.TextContent.Contains(code)).QuerySelector("form[action*=organisations]")!.GetAttribute("action")!;
        Assert.Equal(Desk, (await town.PostForm(clerk, Desk, action)).To());
        Assert.Equal("乐昌市测试有限公司", Assert.Single(await Representing("citizen2", code)).Name);

        Assert.Equal(Here, (await Give(boss, await OrganisationId(code), "13800138001", "演示甲")).To());
        var principal = Assert.Single(await Representing("citizen1", code));
        Assert.Equal((code, MandateScope.Filing), (principal.CreditCode, principal.Scope));

        var revoke = (await Town.PageOf(await boss.GetAsync(Here, Ct))).QuerySelector("form[action$=revocation]")!.GetAttribute("action")!;
        await town.PostForm(boss, Here, revoke);
        Assert.Empty(await Representing("citizen1", code));
        var given = Guid.Parse(revoke.Split('/')[^2]);
        Assert.Equal(["Give", "Revoke"], await town.Rows(db => db.Set<JournalEntry>().Where(j => j.Kind == "mandate" && j.MatterId == given).OrderBy(j => j.Position).Select(j => j.Verb).ToListAsync(Ct)));
    }

    // the tests of this class share the town, in no order
    private async Task<List<Principal>> Representing(string user, string code) => [.. (await PrincipalsOf(user)).Where(p => p.CreditCode == code)];

    [Fact]
    public async Task An_organisation_has_one_claim_and_a_wrong_code_is_named()
    {
        var code = CreditCode.Compose("91440281", "YM900202");
        var citizen = await town.SignedIn("citizen1");
        await Claim(citizen, code);

        Assert.Contains("已经登记", await (await Claim(await town.SignedIn("citizen2"), code)).Alert());
        Assert.Contains("校验码不符", await (await Claim(citizen, code[..17] + (code[17] == '0' ? '1' : '0'))).Alert());
    }

    [Fact]
    public async Task Nobody_gives_a_mandate_for_an_organisation_of_others()
    {
        var code = CreditCode.Compose("91440281", "YM900303");
        await Claim(await town.SignedIn("citizen1"), code);

        var answer = await Give(await town.SignedIn("citizen2"), await OrganisationId(code), "13800138001", "演示甲");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_agent_is_found_only_when_name_and_number_agree()
    {
        var answer = await Give(await town.SignedIn("citizen2"), "", "13800138001", "演示丙");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("姓名和号码一致", await answer.Alert());
    }

    [Fact]
    public async Task A_letter_of_authority_is_recorded_for_somebody_without_an_account_and_ends_with_its_day()
    {
        var clerk = await town.SignedIn("town1");
        var answer = await town.PostForm(clerk, "/desk/delegations", "/desk/delegations",
            ("principalName", "演示老人"), ("principalId", TownPeople.Resident(77)), ("agent", "13800138002"), ("agentName", "演示乙"),
            ("scope", "Everything"), ("from", "2020-11-02"), ("until", "2020-11-30"), ("document", "公证委托书2020第1号"));
        Assert.Equal("/desk/delegations", answer.To());

        Assert.Contains(await PrincipalsOf("citizen2"), p => p.Name == "演示老人");
        Assert.Contains(await PrincipalsOf("citizen2", new(2020, 11, 30)), p => p.Name == "演示老人");
        Assert.DoesNotContain(await PrincipalsOf("citizen2", new(2020, 12, 1)), p => p.Name == "演示老人");
    }

    [Fact]
    public async Task A_face_to_face_check_raises_the_identity_level_and_is_journaled()
    {
        var clerk = await town.SignedIn("clerk2");
        var found = await town.PostForm(clerk, Desk, Desk, ("residentId", TownPeople.Resident(1)));
        var page = await Town.PageOf(found);
        var action = page.QuerySelectorAll("form").Select(f => f.GetAttribute("action")!).Single(a => a.Contains("/people/") && !a.EndsWith("/link", StringComparison.Ordinal));

        var hidden = await town.HiddenFields(clerk, Desk, Desk);
        var answer = await TownDoor.Post(clerk, action, hidden, ("card", "居民身份证"));

        Assert.Equal(Desk, answer.To());
        var account = await town.Rows(db => db.Set<Account>().SingleAsync(a => a.UserName == "citizen1", Ct));
        Assert.Equal(2, account.Assurance);
        Assert.Equal("谢甲", (await town.Rows(db => db.Set<JournalEntry>().SingleAsync(j => j.MatterId == account.Id && j.Verb == "Verify", Ct))).ActorName);
    }

    [Fact]
    public async Task Verifying_is_for_window_clerks_only()
    {
        Assert.Equal(HttpStatusCode.NotFound, await (await town.SignedIn("citizen1")).Status(Desk));
        Assert.Equal(HttpStatusCode.NotFound, await (await town.SignedIn("director")).Status(Desk));
        Assert.Equal(HttpStatusCode.Redirect, await town.Anybody().Status(Desk));
    }

    private Task<HttpResponseMessage> Claim(HttpClient browser, string code) =>
        town.PostForm(browser, Here, "/my/organisations", ("creditCode", code), ("organisationName", "乐昌市测试有限公司"));

    private Task<HttpResponseMessage> Give(HttpClient browser, string principal, string agent, string name) => town.PostForm(browser, Here, Here,
        ("principal", principal), ("agent", agent), ("agentName", name), ("scope", "Filing"), ("from", "2020-11-02"), ("until", "2021-11-01"));

    private Task<string> OrganisationId(string code) =>
        town.Rows(async db => (await db.Set<Organisation>().SingleAsync(o => o.CreditCode == code, Ct)).Id.ToString());

    private Task<IReadOnlyList<Principal>> PrincipalsOf(string user, DateOnly? day = null) => town.InCounty(async (db, services) =>
    {
        var account = await db.Set<Account>().SingleAsync(a => a.UserName == user, Ct);
        return await services.GetRequiredService<Principals>().Of(account.Id, day ?? new(2020, 11, 2), Ct);
    });
}
