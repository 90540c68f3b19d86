using Yimen.Hotline.City.StandIn;
using Yimen.Hotline.World;
using Yimen.Platform.Worlds;

namespace Yimen.CityPlatform;

/// <summary>
/// Plays the city's platform from outside to a county that was set up for it, as the demo world does by itself: sends some orders, answers what it hears, tells its list.
/// <c>dotnet run --project tools/CityPlatform -- --to http://127.0.0.1:5080/ --secret … [--port 5390] [--orders 5] [--world worlds/lechang]</c>; the county is started
/// with <c>Hotline__City__Secret=… Hotline__City__Url=http://127.0.0.1:5390</c>.
/// </summary>
internal static class Player
{
    private static async Task<int> Main(string[] args)
    {
        string Given(string name, string otherwise) => Array.IndexOf(args, "--" + name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

        var secret = Given("secret", "");
        if (secret.Length < 32)
        {
            Console.Error.WriteLine("--secret: 与 Hotline__City__Secret 相同，至少 32 个字符。");
            return 2;
        }

        using var city = new CityStandIn(secret, int.Parse(Given("port", "5390")));
        var play = new CityPlay(city, new Uri(Given("to", "http://127.0.0.1:5080/")), OrdersWorld.Read(WorldSource.Find(Given("world", "worlds/lechang"))), TimeProvider.System, Console.WriteLine);
        Console.WriteLine($"在 {city.Url} 等候县里的答复；按 Ctrl+C 结束。");
        using var often = new PeriodicTimer(TimeSpan.FromSeconds(5));
        do
        {
            await play.Round(int.Parse(Given("orders", "5")));
        }
        while (await often.WaitForNextTickAsync());
        return 0;
    }
}
