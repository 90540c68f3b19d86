using Yimen.Platform.Identity;
using Yimen.Tests.World;

namespace Yimen.Tests.Identity;

public sealed class LockoutTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task Five_wrong_passwords_close_the_door_for_a_quarter_of_an_hour()
    {
        using var browser = town.Browser(new());
        for (var i = 0; i < Account.TriesBeforeLockout; i++)
        {
            Assert.Contains("不正确", await (await Try(browser, "wrong")).Alert());
        }

        var locked = await Try(browser, Accounts.DemoPassword);
        town.Time.Advance(Account.LockoutPeriod + TimeSpan.FromSeconds(1));
        var later = await Try(browser, Accounts.DemoPassword);

        Assert.Contains("10:15", await locked.Alert());
        Assert.Equal("/desk", later.To());
    }

    [Fact]
    public async Task A_right_password_in_between_starts_the_count_anew()
    {
        using var browser = town.Browser(new());
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < Account.TriesBeforeLockout - 1; i++)
            {
                await Try(browser, "wrong", "catalogue1");
            }

            using var right = town.Browser(new());
            Assert.Equal("/desk", (await Try(right, Accounts.DemoPassword, "catalogue1")).To());
        }
    }

    private Task<HttpResponseMessage> Try(HttpClient browser, string password, string user = "coordination1") =>
        town.PostForm(browser, "/login", "/login", ("user", user), ("password", password));
}
