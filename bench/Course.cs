namespace Yimen.Bench;

/// <summary>The operations, each run on ours and on the twin in turn.</summary>
internal static class Course
{
    private sealed record Op(string Name, Func<int, HttpRequestMessage> Ours, Func<int, HttpRequestMessage>? Bare);

    public static async Task<IReadOnlyList<Row>> Run(Stage stage, Options options)
    {
        var rows = new List<Row> { new("ready after start (s)", stage.Database, stage.Ours.ReadyAfter, null, null, 0, 0, stage.Ours.RssMb, 0) };
        foreach (var op in Operations(stage))
        {
            Console.Error.WriteLine($"{stage.Database}: {op.Name} …");
            await Traffic.Run(stage.Ours.Http, op.Ours, options.Seconds / 3); // the compiler warms up
            var (ours, bare) = (new List<Seen>(), new List<Seen>());
            for (var round = 0; round < Options.Rounds; round++)
            {
                ours.Add(await Traffic.Run(stage.Ours.Http, op.Ours, options.Seconds));
                if (op.Bare is not null)
                {
                    bare.Add(await Traffic.Run(stage.Bare.Http, op.Bare, options.Seconds));
                }
            }

            rows.Add(RowOf(stage, op.Name, ours, bare));
        }

        return rows;
    }

    private static Row RowOf(Stage stage, string name, List<Seen> ours, List<Seen> bare)
    {
        var (mine, theirs) = (Traffic.Median(ours.Select(s => s.PerSecond)), bare.Count == 0 ? (double?)null : Traffic.Median(bare.Select(s => s.PerSecond)));
        return new(name, stage.Database, mine, theirs, mine / theirs, Traffic.Median(ours.Select(s => s.P50)), Traffic.Median(ours.Select(s => s.P99)), stage.Ours.RssMb, ours.Sum(s => s.Failed) + bare.Sum(s => s.Failed));
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
        yield return new("figure with rows", _ => Get($"/api/v1/figures/C02/rows?from=2019-01-01&to=2030-01-01&asOf=2029-12-31", s.Director), _ => Get("/figure"));
        yield return new("file a case", _ => s.FileRequest(s.Clerk), _ => Posted(s));
        yield return new("accept a case",
            _ => Stage.With(s.Approver, new(HttpMethod.Post, $"/api/v1/cases/{Next(0)}/acceptance")),
            _ => new(HttpMethod.Post, $"/case/{Next(1)}/acceptance"));
        yield return new("home page (cached)", _ => Get("/"), null);

        Guid Next(int whose) => s.Waiting[Interlocked.Increment(ref given[whose]) % s.Waiting.Count];
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
