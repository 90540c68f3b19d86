using Yimen.Bench.Hotline;

namespace Yimen.Bench;

/// <summary>An operation on ours and on the twin.</summary>
internal sealed record Op(string Name, Ask Ours, Ask? Bare, bool OnOneCore = false);

/// <summary>The operations, each run on ours and on the twin in turn.</summary>
internal static class Course
{
    public static async Task<IReadOnlyList<Row>> Run(Stage stage, Options options)
    {
        var rows = new List<Row> { new("ready after start (s)", stage.Database, stage.Ours.ReadyAfter, null, null, 0, 0, stage.Ours.RssMb, null, null, 0) };
        foreach (var op in Operations(stage).Where(o => options.Wants(o.Name)))
        {
            Console.Error.WriteLine($"{stage.Database}: {op.Name} …");
            await stage.Ours.Pin(op.OnOneCore ? "0" : AllCores);
            await Rounds(stage, op, options.Seconds, 1); // the compilers warm up
            var (ours, bare) = await Rounds(stage, op, options.Seconds, Options.Rounds);
            rows.Add(RowOf(stage, op.Name, ours, bare));
        }

        return rows;
    }

    private static string AllCores => $"0-{Environment.ProcessorCount - 1}";

    /// <summary>Ours, bare, ours, bare …</summary>
    private static async Task<(List<Seen> Ours, List<Seen> Bare)> Rounds(Stage stage, Op op, double seconds, int rounds)
    {
        var (ours, bare) = (new List<Seen>(), new List<Seen>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await Traffic.Run(stage.Ours, op.Ours, seconds));
            if (op.Bare is not null)
            {
                bare.Add(await Traffic.Run(stage.Bare, op.Bare, seconds));
            }
        }

        return (ours, bare);
    }

    private static Row RowOf(Stage stage, string name, List<Seen> ours, List<Seen> bare)
    {
        var (mine, theirs) = (Traffic.Median(ours.Select(s => s.PerSecond)), bare.Count == 0 ? (double?)null : Traffic.Median(bare.Select(s => s.PerSecond)));
        return new(name, stage.Database, mine, theirs, mine / theirs, Traffic.Median(ours.Select(s => s.P50)), Traffic.Median(ours.Select(s => s.P99)), stage.Ours.RssMb,
            Traffic.Median(ours.Select(s => s.CpuMs)), bare.Count == 0 ? null : Traffic.Median(bare.Select(s => s.CpuMs)), ours.Sum(s => s.Failed) + bare.Sum(s => s.Failed));
    }

    private static IEnumerable<Op> Operations(Stage s) => [.. Reads(s), .. Writes(s), .. OrderCourse.Operations(s), new("home page (cached)", Asks.One(_ => Get("/")), null, OnOneCore: true)];

    private static IEnumerable<Op> Reads(Stage s)
    {
        const string words = "食品经营";
        Op Read(string name, Func<int, HttpRequestMessage> ours, Func<int, string> bare) => new(name, Asks.One(ours), Asks.One(i => Get(bare(i))));
        Guid Some(int i) => s.Waiting[i % s.Waiting.Count];
        return
        [
            Read("item search (JSON)", _ => Get($"/api/v1/public/items?q={words}"), _ => "/items"),
            Read("item search (HTML)", _ => Get($"/items?q={words}", s.Clerk), _ => "/items"),
            Read("guide page (HTML)", _ => Get($"/items/{s.Seeds.Item}", s.Clerk), _ => "/item"),
            Read("fetch a case", i => Get($"/api/v1/cases/{Some(i)}", s.Clerk), i => $"/case/{Some(i)}"),
            Read("large case (HTML)", _ => Get($"/desk/cases/{s.Seeds.Large}", s.Approver), _ => $"/case/{s.Seeds.Large}/page"),
            Read("unit queue (HTML)", _ => Get("/desk", s.Approver), _ => "/inbox"),
            Read("name search (JSON)", _ => Get($"/api/v1/cases?q={Crowd.Name}", s.Director), _ => $"/cases?q={Crowd.Name}"),
            Read("name search (HTML)", _ => Get($"/desk/cases?q={Crowd.Name}", s.Director), _ => $"/cases?q={Crowd.Name}"),
            Read("figure with rows", _ => Get("/api/v1/figures/C11/rows?from=2019-01-01&to=2030-01-01&asOf=2029-12-31", s.Director), _ => "/figure"),
        ];
    }

    private static IEnumerable<Op> Writes(Stage s)
    {
        yield return new("file a case", Asks.One(_ => s.FileRequest(s.Clerk)), Asks.One(_ => Bare(s.FileRequest(""), "/case")));
        var (asked, askedBare) = (Each(s), Each(s));
        yield return new("correction round-trip", Asks.All(_ => asked() is { } id ? [s.AskRequest(id), s.SupplyRequest(id)] : null),
            Asks.All(_ => askedBare() is { } id ? [Bare(s.AskRequest(id), $"/case/{id}/corrections"), Bare(s.SupplyRequest(id), $"/case/{id}/supply")] : null));
        var (accepted, acceptedBare) = (Each(s), Each(s));
        yield return new("accept a case", Asks.One(_ => accepted() is { } id ? s.AcceptRequest(id) : null), Asks.One(_ => acceptedBare() is { } id ? Bare(s.AcceptRequest(id), $"/case/{id}/acceptance") : null));
        yield return new("hand-over of 60", Handing.Ours(s.Window, s.Unit, s.Seeds.Unit, s.Batches()), Handing.Bare(s.Batches()));
    }

    /// <summary>Each case once; when none is left the round ends.</summary>
    private static Func<string?> Each(Stage s)
    {
        var given = 0;
        return () => Interlocked.Increment(ref given) is var n && n <= s.Waiting.Count ? $"{s.Waiting[n - 1]}" : null;
    }

    /// <summary>The same body without a visitor, to the twin's door.</summary>
    internal static HttpRequestMessage Bare(HttpRequestMessage request, string path)
    {
        request.RequestUri = new(path, UriKind.Relative);
        request.Headers.Authorization = null;
        return request;
    }

    internal static HttpRequestMessage Get(string path, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        return token is null ? request : Stage.With(token, request);
    }
}
