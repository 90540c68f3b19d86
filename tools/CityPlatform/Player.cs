using System.Text.Json;

namespace Yimen.CityPlatform;

/// <summary>
/// Plays the city's platform to a demo county: sends some orders, hears the answers, says its callers are content with two of three, closes the day with its list.
/// <c>dotnet run --project tools/CityPlatform -- --to http://127.0.0.1:5080/ --secret … [--port 5390] [--orders 5]</c>; the county is started with
/// <c>Hotline__City__Secret=… Hotline__City__Url=http://127.0.0.1:5390</c>.
/// </summary>
internal static class Player
{
    private static async Task<int> Main(string[] args)
    {
        string Given(string name, string otherwise) => Array.IndexOf(args, "--" + name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;

        var (county, secret) = (new Uri(Given("to", "http://127.0.0.1:5080/")), Given("secret", ""));
        if (secret.Length < 32)
        {
            Console.Error.WriteLine("--secret: 与 Hotline__City__Secret 相同，至少 32 个字符。");
            return 2;
        }

        using var city = new Platform(secret, int.Parse(Given("port", "5390")));
        var (sent, heard, day) = (new List<string>(), new List<string>(), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime));
        var matters = JsonDocument.Parse(File.ReadAllText(Given("matters", Path.Combine("worlds", "lechang", "hotline.json")))).RootElement.GetProperty("matters").EnumerateArray().ToList();
        city.OnHeard = message =>
        {
            var number = message.GetProperty("sourceNumber").GetString()!;
            heard.Add(number);
            Console.WriteLine($"收到 {message.GetProperty("kind").GetString()} {number}");
            if (message.GetProperty("kind").GetString() == "reply")
            {
                var content = heard.Count % 3 > 0;
                _ = Task.Run(async () => Say(await city.Send(county, "messages", new
                {
                    key = $"visit-{number}", kind = "visit", sourceNumber = number, reached = true, attitude = content ? "Satisfied" : "Dissatisfied", result = content ? "Solved" : "NotSolved", text = content ? "满意" : "没有解决",
                })));
            }
        };

        var orders = Enumerable.Range(0, int.Parse(Given("orders", "5"))).Select(n =>
        {
            var matter = matters[(day.DayNumber + n) % matters.Count];
            string Of(string name) => matter.GetProperty(name).GetString()!.Replace("{p}", "城区新街路口", StringComparison.Ordinal);
            sent.Add($"SIM{day:yyyyMMdd}{n:0000}");
            return new { sourceNumber = sent[^1], type = Of("type"), title = Of("title"), content = Of("content"), contentClass = Of("contentClass"), name = "演示甲", phone = "0751-0000999", cityDue = $"{day.AddDays(21):yyyy-MM-dd}" };
        }).ToList();
        Say(await city.Send(county, "orders", new { orders }));
        Console.WriteLine($"在 {city.Url} 等候县里的答复；按回车发送当天清单并结束。");
        Console.ReadLine();
        Say(await city.Send(county, "counts", new { on = $"{day:yyyy-MM-dd}", sent, heard = heard.Distinct() }));
        return 0;
    }

    private static void Say((System.Net.HttpStatusCode Status, string Answer) answer) => Console.WriteLine($"{(int)answer.Status} {answer.Answer}");
}
