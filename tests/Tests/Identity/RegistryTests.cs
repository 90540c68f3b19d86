using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Tests.World;
using static Yimen.Tests.Identity.Pages;

namespace Yimen.Tests.Identity;

public sealed class RegistryTests(Town town) : IClassFixture<Town>
{
    private const string List = "/desk/accounts";

    [Theory]
    [InlineData("admin", HttpStatusCode.OK)]
    [InlineData("security", HttpStatusCode.OK)]
    [InlineData("auditor", HttpStatusCode.OK)]
    [InlineData("director", HttpStatusCode.NotFound)]
    [InlineData("clerk1", HttpStatusCode.NotFound)]
    [InlineData("citizen1", HttpStatusCode.NotFound)]
    public async Task The_register_is_for_administrators(string user, HttpStatusCode status) =>
        Assert.Equal(status, await (await town.SignedIn(user)).Status(List));

    [Fact]
    public async Task The_list_searches_filters_and_sorts_by_its_address()
    {
        var browser = await town.SignedIn("auditor");

        Assert.Equal(["market-approver", "market-editor", "market-head", "market-liaison", "market-reviewer"], await Users(browser, "?q=MARKET"));
        Assert.Equal(["market-reviewer", "market-liaison", "market-head", "market-editor", "market-approver"], await Users(browser, "?q=market&sort=-user"));
        Assert.Equal(["civil-head", "market-head"], await Users(browser, "?role=unit-head"));
        Assert.Equal(["citizen1", "citizen2"], await Users(browser, "?kind=Citizen&state=Active"));
    }

    [Fact]
    public async Task An_account_is_opened_granted_and_given_a_link_by_which_its_holder_sets_a_password()
    {
        var admin = await town.SignedIn("admin");
        var opened = await town.PostForm(admin, List + "/new", List + "/new", ("user", "new-clerk"), ("name", "新窗口员"), ("unit", "XZZX"));
        var page = opened.To()!;
        Assert.StartsWith(List + "/", page, StringComparison.Ordinal);

        var granted = await town.PostForm(await town.SignedIn("security"), page + "/grants", page + "/grants", ("role", "clerk"));
        var offered = await town.PostForm(admin, page, page + "/link", ("reason", "新入职"));
        var link = new Uri((await Town.PageOf(offered)).QuerySelector("#link")!.TextContent).PathAndQuery;
        using var browser = town.Browser(new());
        var weak = await town.PostForm(browser, link, link, ("fresh", "short1"), ("again", "short1"));
        var set = await town.PostForm(browser, link, link, ("fresh", "longer-than-10"), ("again", "longer-than-10"));
        var entered = await town.PostForm(browser, "/login", "/login", ("user", "new-clerk"), ("password", "longer-than-10"));

        Assert.Equal(page, granted.To());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        Assert.Equal("/login", set.To());
        Assert.Equal("/desk", entered.To());
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/desk/verification"));
        Assert.Equal(HttpStatusCode.NotFound, await town.Anybody().Status(link));
    }

    [Fact]
    public async Task A_unit_that_there_is_not_is_named_at_its_field_and_gives_neither_account_nor_right()
    {
        var admin = await town.SignedIn("admin");
        using var opened = await town.PostForm(admin, List + "/new", List + "/new", ("user", "typo-clerk"), ("name", "错字员"), ("unit", "SCJX"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, opened.StatusCode);
        Assert.Contains("没有编码为“SCJX”的单位", (await Town.PageOf(opened)).QuerySelector("#f-unit-error")!.TextContent);
        Assert.False(await town.Rows(db => db.Users.AnyAsync(a => a.UserName == "typo-clerk", Ct)));

        var head = await town.Rows(db => db.Users.Where(a => a.UserName == "civil-head").Select(a => a.Id).SingleAsync(Ct));
        using var granted = await town.PostForm(await town.SignedIn("security"), $"{List}/{head}/grants", $"{List}/{head}/grants", ("role", "approver"), ("unit", "SCJX"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, granted.StatusCode);
        Assert.Contains("没有编码为“SCJX”的单位", (await Town.PageOf(granted)).Body!.TextContent);
    }

    [Fact]
    public async Task A_link_is_worth_nothing_after_a_day_or_when_a_newer_one_was_given()
    {
        var admin = await town.SignedIn("admin");
        var page = await PageOf("civil-reviewer");
        var first = await Link(admin, page);
        var second = await Link(admin, page);

        Assert.Equal(HttpStatusCode.NotFound, await town.Anybody().Status(first));
        Assert.Equal(HttpStatusCode.OK, await town.Anybody().Status(second));
        town.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.NotFound, await town.Anybody().Status(second));
    }

    [Theory]
    [InlineData("auditor", "auditor@@", "security", "同一人")]
    [InlineData("admin", "administrator@@", "security", "同一人")]
    [InlineData("admin", "administrator@@", "auditor", "同一人")]
    [InlineData("auditor", "auditor@@", "office", "不能兼任其他角色")]
    [InlineData("clerk2", "clerk@@", "auditor", "不能兼任其他角色")]
    public async Task System_security_and_audit_administrators_are_never_one_person_and_who_audits_does_nothing_else(string user, string held, string wanted, string said)
    {
        var page = await PageOf(user);

        var answer = await town.PostForm(await town.SignedIn("security"), page + "/grants", page + "/grants", ("keep", held), ("role", wanted));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, await answer.Alert());
        var roles = await town.Rows(db => db.Set<Grant>().Where(g => db.Set<Account>().Any(a => a.Id == g.AccountId && a.UserName == user)).Select(g => g.Role).ToListAsync(Ct));
        Assert.Equal([held.Split('@')[0]], roles);
    }

    [Fact]
    public async Task Nobody_changes_their_own_rights_or_locks_themselves_out()
    {
        var (security, admin) = (await town.SignedIn("security"), await town.SignedIn("admin"));
        var (own, page) = (await PageOf("security"), await PageOf("admin"));

        var answer = await town.PostForm(security, own + "/grants", own + "/grants", ("keep", "security@@"), ("role", "director"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Empty((await Town.PageOf(await admin.GetAsync(page, Ct))).QuerySelectorAll("form[action$='/lock']"));
    }

    [Fact]
    public async Task A_system_administrator_opens_accounts_and_gives_no_rights()
    {
        var (admin, page) = (await town.SignedIn("admin"), await PageOf("clerk2"));

        Assert.Equal(HttpStatusCode.OK, await admin.Status(List + "/new"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.Status(page + "/grants"));
        Assert.Equal(HttpStatusCode.NotFound, await admin.Status("/desk/journal"));
    }

    [Fact]
    public async Task Locking_needs_a_reason_that_the_journal_keeps()
    {
        var admin = await town.SignedIn("admin");
        var page = await PageOf("civil-head");

        var without = await town.PostForm(admin, page, page + "/lock");
        var with = await town.PostForm(admin, page, page + "/lock", ("reason", "调离岗位"));
        var id = Guid.Parse(page.Split('/')[^1]);
        var entry = await town.Rows(db => db.Set<JournalEntry>().SingleAsync(j => j.MatterId == id && j.Verb == "Lock", Ct));

        Assert.Equal(HttpStatusCode.Conflict, without.StatusCode);
        Assert.Equal(page, with.To());
        Assert.Equal(("林甲", "调离岗位", "Active", "Locked"), (entry.ActorName, entry.Reason, entry.From, entry.To));
    }

    [Theory]
    [InlineData("auditor", "security", "admin")]
    [InlineData("market-editor", "admin", "security")]
    [InlineData("admin", "admin2", "security")]
    [InlineData("security", "security2", "admin")]
    public async Task A_password_link_comes_from_who_keeps_the_account_and_to_the_other_it_is_not_there(string whose, string keeper, string other)
    {
        await Second();
        var page = await PageOf(whose);
        var id = Guid.Parse(page[(page.LastIndexOf('/') + 1)..]);
        async Task<HttpResponseMessage> Ask(string user)
        {
            var browser = await town.SignedIn(user);
            return await TownDoor.Post(browser, page + "/link", await town.HiddenFields(browser, "/logout", "/logout"), ("reason", "忘记密码"));
        }

        var (kept, refused) = (await Ask(keeper), await Ask(other));
        var shown = await Town.PageOf(await (await town.SignedIn(other)).GetAsync(page, Ct));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (kept.StatusCode, refused.StatusCode));
        Assert.NotNull((await Town.PageOf(kept)).QuerySelector("#link"));
        Assert.Null(shown.QuerySelector($"form[action='{page}/link']"));
        Assert.Equal(1, await town.Rows(db => db.Set<JournalEntry>().CountAsync(j => j.Verb == nameof(AccountVerb.OfferLink) && j.MatterId == id, Ct)));
        Assert.Equal(HttpStatusCode.NotFound, (await Ask("auditor")).StatusCode);
    }

    [Fact]
    public async Task Who_watches_the_system_administrator_is_suspended_by_the_security_administrator_alone()
    {
        await Second();
        var page = await PageOf("auditor2");
        async Task<HttpResponseMessage> Do(string user, string verb)
        {
            var browser = await town.SignedIn(user);
            return await TownDoor.Post(browser, page + verb, await town.HiddenFields(browser, "/logout", "/logout"), ("reason", "离岗休养"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Do("admin", "/lock")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Do("admin", "/closure")).StatusCode);
        Assert.Equal(page, (await Do("security", "/lock")).To());
        Assert.Equal(HttpStatusCode.NotFound, (await Do("admin", "/unlock")).StatusCode);
        Assert.Equal(page, (await Do("security", "/unlock")).To());
        Assert.Empty((await Town.PageOf(await (await town.SignedIn("admin")).GetAsync(page, Ct))).QuerySelectorAll("form[action$='/lock']"));
    }

    // a second of each, since nobody gives themselves a link
    private Task<bool> Second() => town.InCounty(async (db, services) =>
    {
        if (!await db.Set<Account>().AnyAsync(a => a.UserName == "admin2", Ct))
        {
            await services.GetRequiredService<Accounts>().Create(new Act(Actor.System, town.Time.Now()),
            [
                new NewAccount("admin2", "林乙", AccountKind.Staff) { Unit = TownPeople.Centre, Grants = [new(Roles.Administrator, null, null)] },
                new NewAccount("auditor2", "黄丙", AccountKind.Staff) { Unit = TownPeople.Centre, Grants = [new(Roles.Auditor, null, null)] },
                new NewAccount("security2", "黄乙", AccountKind.Staff) { Unit = TownPeople.Centre, Grants = [new(Roles.Security, null, null)] },
            ]);
        }

        return true;
    });

    [Fact]
    public async Task A_security_administrator_grants_and_does_not_lock()
    {
        var security = await town.SignedIn("security");
        var page = await PageOf("clerk2");
        var html = await Town.PageOf(await security.GetAsync(page, Ct));

        Assert.Empty(html.QuerySelectorAll("form[action$='/lock']"));
        Assert.Equal(HttpStatusCode.OK, await security.Status(page + "/grants"));
        Assert.Equal(HttpStatusCode.NotFound, await security.Status(List + "/new"));
    }

    [Fact]
    public async Task An_export_states_its_purpose_and_masks_personal_numbers()
    {
        var auditor = await town.SignedIn("auditor");
        var refused = await town.PostForm(auditor, List, List + "/export", ("purpose", ""));
        var answer = await town.PostForm(auditor, List + "?kind=Citizen", List + "/export", ("purpose", "年度账号核对"));

        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct));
        var rows = file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(rows, r => (string)r["登录名"] == "citizen1" && (string)r["手机号码"] == "138****8001");
        Assert.DoesNotContain(rows, r => $"{r["身份证号码"]}".Contains("19850304", StringComparison.Ordinal));
        Assert.Equal("年度账号核对", (await town.Rows(db => db.Set<ExportRecord>().SingleAsync(Ct))).Purpose);
    }

    private static async Task<List<string>> Users(HttpClient browser, string query) =>
        [.. (await Town.PageOf(await browser.GetAsync(List + query, Ct))).QuerySelectorAll("td.col-title a").Select(a => a.TextContent)];

    private Task<string> PageOf(string user) => town.Rows(async db => $"{List}/{(await db.Set<Account>().SingleAsync(a => a.UserName == user, Ct)).Id}");

    private async Task<string> Link(HttpClient admin, string page) => new Uri(
        (await Town.PageOf(await town.PostForm(admin, page, page + "/link", ("reason", "忘记密码")))).QuerySelector("#link")!.TextContent).PathAndQuery;
}
