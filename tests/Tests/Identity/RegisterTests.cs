using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Tests.World;
using static Yimen.Tests.Identity.Pages;

namespace Yimen.Tests.Identity;

public sealed class RegisterTests(Town town) : IClassFixture<Town>
{
    private const string Here = "/register";

    [Fact]
    public async Task A_citizen_registers_and_signs_in_by_mobile_or_resident_id()
    {
        using var browser = town.Browser(new());
        var id = TownPeople.Resident(901);

        var answer = await Register(browser, id, "13900000901");
        var byMobile = await Enter("139 0000 0901");
        var byId = await Enter(id.ToLowerInvariant());

        Assert.Equal("/login", answer.To());
        Assert.Equal("/my", byMobile.To());
        Assert.Equal("/my", byId.To());
    }

    [Fact]
    public async Task Number_and_mobile_rest_encrypted_and_the_account_is_not_verified()
    {
        var id = TownPeople.Resident(902);
        await Register(town.Browser(new()), id, "13900000902");

        var account = await town.Rows(db => db.Set<Account>().SingleAsync(a => a.DisplayName == "测试902", Ct));

        Assert.Equal(0, account.Assurance);
        Assert.DoesNotContain(id, account.ResidentId.Text);
        Assert.DoesNotContain("13900000902", account.Mobile.Text);
    }

    [Fact]
    public async Task One_person_has_one_account()
    {
        var id = TownPeople.Resident(903);
        await Register(town.Browser(new()), id, "13900000903");

        var again = await Register(town.Browser(new()), id, "13900000993");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("已经注册", await again.Alert());
    }

    [Fact]
    public async Task A_double_click_opens_one_account()
    {
        using var browser = town.Browser(new());
        var hidden = await town.HiddenFields(browser, Here, Here);
        var fields = Fields(TownPeople.Resident(904), "13900000904");

        var first = await TownDoor.Post(browser, Here, hidden, fields);
        var second = await TownDoor.Post(browser, Here, hidden, fields);
        var rows = await town.Rows(db => db.Set<Account>().CountAsync(a => a.DisplayName == "测试904", Ct));

        Assert.Equal("/login", first.To());
        Assert.Equal("/login", second.To());
        Assert.Equal(1, rows);
    }

    [Theory]
    [InlineData("440281198802299998", "13900000905", "校验码不符")]
    [InlineData("4402811988", "13900000905", "应为18位")]
    [InlineData("", "13900000905", "请填写身份证号码")]
    [InlineData("440281198802299997", "12900000905", "13至19开头")]
    [InlineData("440281198802299997", "139", "应为11位")]
    public async Task What_is_wrong_is_named_at_its_field_and_nothing_typed_is_lost(string id, string mobile, string message)
    {
        var answer = await Register(town.Browser(new()), id, mobile);

        var page = await Town.PageOf(answer);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, string.Join(" ", page.QuerySelectorAll(".error").Select(e => e.TextContent)));
        Assert.Equal(id, page.QuerySelector("input[name=residentId]")!.GetAttribute("value") ?? "");
        Assert.Equal(mobile, page.QuerySelector("input[name=mobile]")!.GetAttribute("value"));
        Assert.Equal("", page.QuerySelector("input[name=fresh]")!.GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData("short1", false, "至少8位")]
    [InlineData("abcdefgh", false, "字母和数字")]
    [InlineData("aaaa1111", false, "相同的字符")]
    [InlineData("x13900000905", false, "手机号")]
    [InlineData("abcde12345", true, null)]
    [InlineData("abcd12345", true, "至少10位")]
    public void A_password_that_a_stranger_would_try_first_is_refused(string password, bool staff, string? fault)
    {
        var said = PasswordRule.Fault(password, staff, "13900000905");

        Assert.Equal(fault is null, said is null);
        Assert.Contains(fault ?? "", said ?? "");
    }

    private Task<HttpResponseMessage> Register(HttpClient browser, string id, string mobile) => town.PostForm(browser, Here, Here, Fields(id, mobile));

    private static (string, string?)[] Fields(string id, string mobile) =>
        [("name", "测试" + mobile[^Math.Min(3, mobile.Length)..]), ("residentId", id), ("mobile", mobile), ("fresh", "lechang2020x"), ("again", "lechang2020x")];

    private Task<HttpResponseMessage> Enter(string user) =>
        town.PostForm(town.Browser(new()), "/login", "/login", ("user", user), ("password", "lechang2020x"));
}
