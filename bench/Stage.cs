using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Yimen.Bench.Hotline;

namespace Yimen.Bench;

/// <summary>Everything set for one database: the product over its seeded county with a crowd of cases, and the twin over a copy of it.</summary>
internal sealed partial class Stage : IAsyncDisposable
{
    /// <summary>The variable that tells the twin where it keeps files.</summary>
    public const string TwinFiles = "YIMEN_TWIN_FILES";

    private static readonly string Root = FindRoot();
    private readonly string directory = Directory.CreateTempSubdirectory("yimen-bench-").FullName;
    private string? cluster;

    public required string Database { get; init; }

    public Server Ours { get; private set; } = null!;

    public Server Bare { get; private set; } = null!;

    /// <summary>Ids of cases that wait to be accepted, and of the item they are about.</summary>
    public IReadOnlyList<Guid> Waiting { get; private set; } = [];

    /// <summary>Cases whose paper lies in the window's drawer, for batches of paper.</summary>
    private IReadOnlyList<(Guid Id, string Number)> Drawer { get; set; } = [];

    public Seeds Seeds { get; private set; } = null!;

    public FormBrowser Window { get; private set; } = null!;

    public FormBrowser Unit { get; private set; } = null!;

    private string ItemId { get; set; } = "";

    public string Clerk { get; private set; } = "";

    public string Director { get; private set; } = "";

    public static string[] ServerCommand => [Path.Combine(Root, "bench/bin/release/yimen-server")];

    private string Data => Path.Combine(directory, "data");

    private int Port { get; } = 20_000 + (Environment.ProcessId % 20_000);

    public Dictionary<string, string> Settings => new()
    {
        ["YIMEN_DATA"] = Data, ["YIMEN_DB"] = Database == "postgres" ? $"Host=127.0.0.1;Port={Port};Username=yimen;Database=yimen" : "",
        ["YIMEN_JOBS"] = "off", ["Limits__User"] = "0", ["Limits__Token"] = "0", ["Limits__Door"] = "0", ["Limits__AnonymousPost"] = "0", ["Hotline__City__StandIn"] = "off", ["Logging__LogLevel__Default"] = "Error",
    };

    public static async Task<Stage> Set(string database, Options options)
    {
        var stage = new Stage { Database = database };
        if (database == "postgres")
        {
            stage.cluster = Path.Combine(Path.GetTempPath(), $"yimen-pg{Environment.ProcessId}");
            await stage.Run("bash", Path.Combine(Root, "tools/throwaway-postgres"), "start", stage.cluster, $"{stage.Port}", "--durable");
        }

        stage.Seeds = await stage.Seed(options.Wants(OrderCourse.Names));
        await using (var db = stage.Open("yimen", "county.db"))
        {
            Console.Error.WriteLine($"{database}: {options.Cases:N0} cases …");
            await Crowd.Fill(db, stage.Seeds.Filed, options.Cases);
            await Crowd.Enlarge(db, stage.Seeds.Large);
            await NameIndex.Fill(db, stage.Seeds.Filed, stage.Seeds.Named);
            stage.Seeds = stage.Seeds with { NameMatch = await NameIndex.Match(db, stage.Seeds.Named) };
            var half = options.Cases / 2;
            stage.Waiting = [.. (await db.Query($"SELECT id FROM bench_seed WHERE n <= {half}")).Select(r => Guid.Parse($"{r["id"]}"))];
            await stage.FillOrders(db, options.Orders);
            stage.Drawer = [.. (await db.Query($"SELECT c.id, c.number FROM bench_seed s JOIN cases_case c ON c.id = s.id WHERE s.n > {half} AND s.n <= {options.Cases}")).Select(r => (Guid.Parse($"{r["id"]}"), (string)r["number"]!))];
        }

        await stage.CountOrders(options.Saturated);
        await stage.Copy();
        stage.Ours = await Server.Start(ServerCommand, a => ["run", "--urls", a], "/health/ready", stage.Settings);
        string[] match = database == "sqlite"
            ? ["{title body} : \"食品 品经 经营\"", "title : \"食品 品经 经营\""]
            : ["('食品':A <-> '品经':A <-> '经营':A) | ('食品':B <-> '品经':B <-> '经营':B)", "'食品':A <-> '品经':A <-> '经营':A"];
        stage.Bare = await Server.Start([Environment.ProcessPath!], a => ["twin", stage.TwinEngine, a, JsonSerializer.Serialize(stage.Seeds), .. match, JsonSerializer.Serialize(stage.OrderSeeds)], "/ready", new Dictionary<string, string> { [TwinFiles] = stage.directory });
        (stage.Window, stage.Unit) = (await FormBrowser.SignIn(stage.Ours.Http, "clerk1"), await FormBrowser.SignIn(stage.Ours.Http, "scjg-approver"));
        stage.Liaison = await FormBrowser.SignIn(stage.Ours.Http, "scjg-liaison", "/desk");
        return stage;
    }

    /// <summary>The next 60 cases of the drawer; null when no such batch is left. Ours and the twin each begin at the first.</summary>
    public Func<IReadOnlyList<(Guid Id, string Number)>?> Batches()
    {
        var taken = 0;
        return () => Interlocked.Increment(ref taken) is var n && n * Handing.Size <= Drawer.Count ? [.. Drawer.Skip((n - 1) * Handing.Size).Take(Handing.Size)] : null;
    }

    /// <summary>Starts the product on nothing and does once, through its own doors, what the twin will write again.</summary>
    private async Task<Seeds> Seed(bool orders)
    {
        await using var server = await Server.Start(ServerCommand, a => ["run", "--urls", a, "--world", "lechang"], "/health/ready", Settings);
        Clerk = await Token("clerk1");
        Director = await Token("director");
        Approver = await Token("scjg-approver");
        OrderSeeds = orders ? await SeedOrders(server) : null;
        var items = await server.Http.GetFromJsonAsync<JsonElement>("/api/v1/public/items?q=食品经营许可&size=100");
        foreach (var item in items.GetProperty("items").EnumerateArray())
        {
            ItemId = item.GetProperty("id").GetString()!;
            if (await File(server) is { } filed && await File(server) is { } accepted && await Posted(server, AcceptRequest(accepted)))
            {
                return await Seed(server, filed, accepted);
            }
        }

        throw new InvalidOperationException("No item of the world could be filed and accepted.");
    }

    private async Task<Seeds> Seed(Server server, string filed, string accepted)
    {
        var (asked, supplied, large) = (await Filed(server), await Filed(server), await Filed(server));
        foreach (var request in new[] { AskRequest(asked), AskRequest(supplied), SupplyRequest(supplied) })
        {
            _ = await Posted(server, request) ? true : throw new InvalidOperationException($"{request.RequestUri} was refused.");
        }

        var unit = await Read(server, filed, "unit");
        var batch = new[] { filed, large }.Select(async id => (Guid.Parse(id), await Read(server, id, "number")));
        var handover = await Handing.Hand(await FormBrowser.SignIn(server.Http, "clerk1"), await FormBrowser.SignIn(server.Http, "scjg-approver"), unit, await Task.WhenAll(batch))
            ?? throw new InvalidOperationException("A batch of paper was not handed over.");
        return new(ItemId, unit, filed, accepted, asked, supplied, handover.Split('/')[^1], large, await File(server, Crowd.Name) ?? "");
    }

    private async Task<string> Filed(Server server) => await File(server) ?? throw new InvalidOperationException("A case was not filed.");

    private async Task<string> Read(Server server, string id, string property)
    {
        using var answer = await server.Http.SendAsync(With(Approver, new(HttpMethod.Get, $"/api/v1/cases/{id}")));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(property).GetString()!;
    }

    public HttpRequestMessage FileRequest(string token, string name = "演示测速") => With(token, new(HttpMethod.Post, "/api/v1/cases")
    {
        Content = JsonContent.Create(new
        {
            itemId = ItemId, window = "A01", request = "开一家小店", papers = Enumerable.Range(1, 30),
            applicant = new { kind = "Person", name, number = "440281198802299997", phone = "13800138009", address = "乐昌市演示路 2 号", agent = "" },
        }),
    });

    public static HttpRequestMessage With(string token, HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    public HttpRequestMessage AcceptRequest(string id) => With(Approver, new(HttpMethod.Post, $"/api/v1/cases/{id}/acceptance"));

    public HttpRequestMessage AskRequest(string id) => With(Approver, new(HttpMethod.Post, $"/api/v1/cases/{id}/corrections")
    {
        Content = JsonContent.Create(new { flaws = new[] { new { material = 1, name = "申请书", what = "请在第二页签名。" } } }),
    });

    public HttpRequestMessage SupplyRequest(string id) => With(Clerk, new(HttpMethod.Post, $"/api/v1/cases/{id}/supply") { Content = JsonContent.Create(new { papers = new[] { 1 } }) });

    private async Task<string?> File(Server server, string name = "演示测速")
    {
        using var answer = await server.Http.SendAsync(FileRequest(Clerk, name));
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString() : null;
    }

    private static async Task<bool> Posted(Server server, HttpRequestMessage request)
    {
        using var answer = await server.Http.SendAsync(request);
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
            // page by page: written anew it would lie closer together than ours, and be read faster
            await using var ours = new SqliteConnection($"Data Source={Path.Combine(Data, "counties/440281/county.db")}");
            await using var copy = new SqliteConnection($"Data Source={directory}/twin.db");
            await ours.OpenAsync();
            await copy.OpenAsync();
            ours.BackupDatabase(copy);
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
