using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.Tokens;

namespace Yimen.Web.Commands;

/// <summary><c>token --user NAME [--county CODE] [--days N]</c>: issues an access token for scripts and prints it, and nothing else, to standard output.</summary>
internal static class TokenCommand
{
    private const int DefaultDays = 365;

    public static async Task<int> Run(WebApplication app)
    {
        var settings = app.Configuration;
        if (settings["user"] is not { Length: > 0 } user || !int.TryParse(settings["days"] ?? $"{DefaultDays}", out var days) || days is < 1 or > 3650)
        {
            return Refuse("用法：yimen token --user 登录名 [--data 目录] [--county 六位代码] [--days 1至3650]");
        }

        var counties = app.Services.GetRequiredService<CountyDirectory>();
        await counties.Load();
        if ((settings["county"] is { } code ? counties.ByCode(code) : counties.Sole) is not { } county)
        {
            return Refuse(counties.All.Count == 0 ? "这个数据目录里还没有县，请先启动一次。" : $"请用 --county 指明县：{string.Join(" ", counties.All.Select(c => c.Code))}");
        }

        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(county);
        return await Issue(scope.ServiceProvider, user, days);
    }

    private static async Task<int> Issue(IServiceProvider services, string user, int days)
    {
        if (await services.GetRequiredService<Accounts>().Find(user) is not { State: AccountState.Active } account)
        {
            return Refuse($"没有可用的账号“{user}”。");
        }

        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now(), "命令行签发");
        Console.WriteLine(await services.GetRequiredService<ApiTokens>().Issue(act, account, "命令行签发", days));
        return 0;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
