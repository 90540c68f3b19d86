using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Yimen.Hotline.World;
using Yimen.Kernel;

namespace Yimen.Hotline.City.StandIn;

/// <summary>
/// What the stand-in does of a day: sends its orders, answers what it hears as a city would (two callers of three are content, an extension is granted) and tells
/// after each exchange what it sent and heard that day. Numbers and keys follow from the day, so that a play begun anew repeats itself and changes nothing.
/// </summary>
internal sealed class CityPlay
{
    private readonly Channel<JsonElement> unanswered = Channel.CreateUnbounded<JsonElement>();
    private readonly CityStandIn city;
    private readonly Uri county;
    private readonly OrderMatters matters;
    private readonly TimeProvider time;
    private readonly Action<string> say;
    private readonly HttpClient? through;
    private readonly SortedSet<string> sent = new(StringComparer.Ordinal);
    private readonly SortedSet<string> heard = new(StringComparer.Ordinal);
    private DateOnly day;

    /// <param name="county">Its address, where its doors are.</param>
    /// <param name="through">How it is reached; by a client of the stand-in's own when there is none.</param>
    public CityPlay(CityStandIn city, Uri county, OrderMatters matters, TimeProvider time, Action<string> say, HttpClient? through = null)
    {
        (this.city, this.county, this.matters, this.time, this.say, this.through) = (city, county, matters, time, say, through);
        city.OnHeard = message => unanswered.Writer.TryWrite(message);
    }

    public DateOnly Today => ChinaTime.DateOf(time.GetUtcNow());

    /// <summary>What it said of a day before it was begun anew.</summary>
    public void Remember(DateOnly on, IEnumerable<string> sentThen, IEnumerable<string> heardThen)
    {
        day = on;
        sent.UnionWith(sentThen);
        heard.UnionWith(heardThen);
    }

    /// <summary>One round: the day's orders where they were not sent yet, an answer to each message, the day's list where something was exchanged.</summary>
    /// <param name="orders">So many orders a day.</param>
    public async Task Round(int orders)
    {
        if (day != Today)
        {
            sent.Clear();
            heard.Clear();
            day = Today;
        }

        var news = await Send(orders);
        while (unanswered.Reader.TryRead(out var message))
        {
            await Hear(message);
            news = true;
        }

        if (news)
        {
            Say("清单", await Tell("counts", new { on = $"{day:yyyy-MM-dd}", sent, heard }));
        }
    }

    private async Task<bool> Send(int orders)
    {
        var due = Enumerable.Range(0, orders).Select(n => (Number: $"SIM{day:yyyyMMdd}{n:0000}", Matter: matters.Matters[(day.DayNumber + n) % matters.Matters.Count], N: n)).Where(o => !sent.Contains(o.Number)).ToList();
        if (due.Count == 0)
        {
            return false;
        }

        var batch = due.Select(o => new
        {
            sourceNumber = o.Number, type = o.Matter.Type.ToString(), title = Placed(o.Matter.Title, o.N), content = Placed(o.Matter.Content, o.N), contentClass = o.Matter.ContentClass, name = "演示甲", phone = "0751-0000999",
            cityDue = $"{day.AddDays(21):yyyy-MM-dd}",
        });
        var answer = await Tell("orders", new { orders = batch });
        Say($"派来 {due.Count} 件", answer);
        sent.UnionWith(answer.Status == HttpStatusCode.OK ? due.Select(o => o.Number) : []);
        return true;
    }

    private async Task Hear(JsonElement message)
    {
        var (kind, number, key) = (message.GetProperty("kind").GetString(), message.GetProperty("sourceNumber").GetString()!, message.GetProperty("key").GetString()!);
        heard.Add(number);
        say($"收到 {CityOutbox.Words(kind!)} {number}");
        if (kind == "reply")
        {
            var content = number[^1] % 3 > 0;
            Say("回访", await Tell("messages", new
            {
                key = $"visit-{key}", kind = "visit", sourceNumber = number, reached = true, attitude = content ? "Satisfied" : "Dissatisfied", result = content ? "Solved" : "NotSolved", text = content ? "满意" : "没有解决",
            }));
        }
        else if (kind == "extension")
        {
            Say("延期答复", await Tell("messages", new { key = $"extension-{key}", kind = "extension-answer", sourceNumber = number, granted = true, cityDue = message.GetProperty("body").GetProperty("until").GetString(), text = "同意" }));
        }
    }

    private Task<(HttpStatusCode Status, string Answer)> Tell(string door, object body) => city.Send(county, door, body, through);

    private string Placed(string text, int n) => text.Replace("{p}", matters.Places[(day.DayNumber + n) % matters.Places.Count].Replace("{t}", "", StringComparison.Ordinal), StringComparison.Ordinal);

    private void Say(string what, (HttpStatusCode Status, string Answer) answer) => say(answer.Status == HttpStatusCode.OK ? what : $"{what}：{(int)answer.Status} {answer.Answer}");
}
