using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Yimen.Bench;

/// <summary>Everything set for one database: the product over its seeded county with a crowd of cases, and the twin over a copy of it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly string Root = FindRoot();
    private readonly string directory = Directory.CreateTempSubdirectory("yimen-bench-").FullName;
    private string? cluster;

    public required string Database { get; init; }

    public Server Ours { get; private set; } = null!;

    public Server Bare { get; private set; } = null!;

    /// <summary>Ids of cases that wait to be accepted, and of the item they are about.</summary>
    public IReadOnlyList<Guid> Waiting { get; private set; } = [];

    public string ItemId { get; private set; } = "";

    public string Clerk { get; private set; } = "";

    public string Director { get; private set; } = "";

    public static string[] ServerCommand => [Path.Combine(Root, "bench/bin/release/yimen-server")];

    private string Data => Path.Combine(directory, "data");

    private int Port { get; } = 20_000 + (Environment.ProcessId % 20_000);

    public Dictionary<string, string> Settings => new()
    {
        ["YIMEN_DATA"] = Data, ["YIMEN_DB"] = Database == "postgres" ? $"Host=127.0.0.1;Port={Port};Username=yimen;Database=yimen" : "",
        ["YIMEN_JOBS"] = "off", ["Limits__User"] = "0", ["Limits__Token"] = "0", ["Logging__LogLevel__Default"] = "Error",
    };

    public static async Task<Stage> Set(string database, Options options)
    {
        var stage = new Stage { Database = database };
        if (database == "postgres")
        {
            stage.cluster = Path.Combine(Path.GetTempPath(), $"yimen-pg{Environment.ProcessId}");
            await stage.Run("bash", Path.Combine(Root, "tools/throwaway-postgres"), "start", stage.cluster, $"{stage.Port}", "--durable");
        }

        var (filed, accepted) = await stage.Seed();
        await using (var db = stage.Open("yimen", "county.db"))
        {
            Console.Error.WriteLine($"{database}: {options.Cases:N0} cases …");
            await Crowd.Fill(db, filed, options.Cases);
            stage.Waiting = [.. (await db.Query("SELECT id FROM bench_seed WHERE n <= 60000")).Select(r => Guid.Parse($"{r["id"]}"))];
        }

        await stage.Copy();
        stage.Ours = await Server.Start(ServerCommand, a => ["run", "--urls", a], "/health/ready", stage.Settings);
        string[] match = database == "sqlite"
            ? ["{title body} : \"食品 品经 经营\"", "title : \"食品 品经 经营\""]
            : ["('食品':A <-> '品经':A <-> '经营':A) | ('食品':B <-> '品经':B <-> '经营':B)", "'食品':A <-> '品经':A <-> '经营':A"];
        stage.Bare = await Server.Start([Environment.ProcessPath!], a => ["twin", stage.TwinEngine, a, filed, accepted, stage.ItemId, .. match], "/ready", new Dictionary<string, string>());
        return stage;
    }

    /// <summary>Starts the product on nothing, files two cases and accepts one of them: the rows that the twin will write again.</summary>
    private async Task<(string Filed, string Accepted)> Seed()
    {
        await using var server = await Server.Start(ServerCommand, a => ["run", "--urls", a, "--world", "lechang"], "/health/ready", Settings);
        Clerk = await Token("clerk1");
        Director = await Token("director");
        var items = await server.Http.GetFromJsonAsync<JsonElement>("/api/v1/public/items?q=食品经营许可&size=100");
        foreach (var item in items.GetProperty("items").EnumerateArray())
        {
            ItemId = item.GetProperty("id").GetString()!;
            if (await File(server, Clerk) is { } filed && await File(server, Clerk) is { } other && await Accept(server, other))
            {
                return (filed, other);
            }
        }

        throw new InvalidOperationException("No item of the world could be filed and accepted.");
    }

    public HttpRequestMessage FileRequest(string token) => With(token, new(HttpMethod.Post, "/api/v1/cases")
    {
        Content = JsonContent.Create(new
        {
            itemId = ItemId, window = "A01", request = "开一家小店", papers = Enumerable.Range(1, 30),
            applicant = new { kind = "Person", name = "演示测速", number = "440281198802299997", phone = "13800138009", address = "乐昌市演示路 2 号", agent = "" },
        }),
    });

    public static HttpRequestMessage With(string token, HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    private async Task<string?> File(Server server, string token)
    {
        using var answer = await server.Http.SendAsync(FileRequest(token));
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString() : null;
    }

    private async Task<bool> Accept(Server server, string id)
    {
        Approver = await Token("scjg-approver");
        using var answer = await server.Http.SendAsync(With(Approver, new(HttpMethod.Post, $"/api/v1/cases/{id}/acceptance")));
        return answer.IsSuccessStatusCode;
    }

    public string Approver { get; private set; } = "";

    private async Task<string> Token(string user) => (await Run(ServerCommand[0], "token", "--user", user)).Trim();

    private Engine Open(string pg, string file) => Database == "sqlite"
        ? Engine.Sqlite(Path.Combine(Data, "counties/440281", file))
        : Engine.Postgres($"Host=127.0.0.1;Port={Port};Username=yimen;Database={pg};Search Path=c440281");

    private string TwinEngine => Database == "sqlite" ? $"sqlite:{directory}/twin.db" : $"postgres:Host=127.0.0.1;Port={Port};Username=yimen;Database=twin;Search Path=c440281";

    private async Task Copy()
    {
        if (Database == "sqlite")
        {
            await using var db = Open("", "county.db");
            await db.Execute($"VACUUM INTO '{directory}/twin.db'");
            await using var twin = Engine.Sqlite($"{directory}/twin.db");
            await twin.Execute("PRAGMA journal_mode = WAL");
            return;
        }

        Npgsql.NpgsqlConnection.ClearAllPools();
        await using var admin = Engine.Postgres($"Host=127.0.0.1;Port={Port};Username=yimen;Database=postgres");
        await admin.Execute("CREATE DATABASE twin TEMPLATE yimen");
    }

    private async Task<string> Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{command} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !System.IO.File.Exists(Path.Combine(at.FullName, "Yimen.slnx")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("The bench runs from the sources.");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { Ours, Bare }.OfType<Server>())
        {
            await server.DisposeAsync();
        }

        if (cluster is not null)
        {
            await Run("bash", Path.Combine(Root, "tools/throwaway-postgres"), "stop", cluster);
        }

        Directory.Delete(directory, recursive: true);
    }
}
