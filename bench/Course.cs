namespace Yimen.Bench;

/// <summary>The operations, each run on ours and on the twin in turn.</summary>
internal static class Course
{
    private sealed record Op(string Name, Func<int, HttpRequestMessage?> Ours, Func<int, HttpRequestMessage?>? Bare, bool OnOneCore = false);

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

    private static IEnumerable<Op> Operations(Stage s)
    {
        const string words = "食品经营";
        var given = new int[2]; // ours, the twin's
        yield return new("item search (JSON)", _ => Get($"/api/v1/public/items?q={words}"), _ => Get("/items"));
        yield return new("item search (HTML)", _ => Get($"/items?q={words}", s.Clerk), _ => Get("/items"));
        yield return new("guide page (HTML)", _ => Get($"/items/{s.ItemId}", s.Clerk), _ => Get("/item"));
        yield return new("fetch a case", i => Get($"/api/v1/cases/{s.Waiting[i % s.Waiting.Count]}", s.Clerk), i => Get($"/case/{s.Waiting[i % s.Waiting.Count]}"));
        yield return new("inbox (HTML)", _ => Get("/desk", s.Approver), _ => Get("/inbox"));
        yield return new("figure with rows", _ => Get($"/api/v1/figures/C11/rows?from=2019-01-01&to=2030-01-01&asOf=2029-12-31", s.Director), _ => Get("/figure"));
        yield return new("file a case", _ => s.FileRequest(s.Clerk), _ => Posted(s));
        yield return new("accept a case",
            _ => Next(0) is { } id ? Stage.With(s.Approver, new(HttpMethod.Post, $"/api/v1/cases/{id}/acceptance")) : null,
            _ => Next(1) is { } id ? new(HttpMethod.Post, $"/case/{id}/acceptance") : null);
        yield return new("home page (cached)", _ => Get("/"), null, OnOneCore: true);

        // each case is accepted once; when none is left the round ends
        Guid? Next(int whose) => Interlocked.Increment(ref given[whose]) is var n && n <= s.Waiting.Count ? s.Waiting[n - 1] : null;
    }

    private static HttpRequestMessage Posted(Stage s)
    {
        var request = s.FileRequest("");
        request.RequestUri = new("/case", UriKind.Relative);
        request.Headers.Authorization = null;
        return request;
    }

    private static HttpRequestMessage Get(string path, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        return token is null ? request : Stage.With(token, request);
    }
}
