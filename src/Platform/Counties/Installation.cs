using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;

namespace Yimen.Platform.Counties;

/// <summary>Where this installation keeps its data: a directory, and PostgreSQL instead of SQLite when <c>YIMEN_DB</c> names one.</summary>
public sealed class Installation(string dataDirectory, string? postgres, IServiceProvider services)
{
    private const int ContextsKept = 64;

    public string DataDirectory { get; } = Path.GetFullPath(dataDirectory);

    public DatabaseKind Database => postgres is null ? DatabaseKind.Sqlite : DatabaseKind.Postgres;

    public string KeysDirectory => Path.Combine(DataDirectory, "keys");

    /// <summary>Whether the installation's own database has been made; on PostgreSQL only the server could tell, and it says so when it is asked.</summary>
    public bool Exists => Database == DatabaseKind.Postgres || File.Exists(Path.Combine(DataDirectory, "house.db"));

    /// <exception cref="RuleViolation"><c>connection</c>: <c>YIMEN_DB</c> is not a connection string.</exception>
    public static Installation From(IConfiguration settings, IServiceProvider services) => new(
        settings["YIMEN_DATA"] ?? "data",
        string.IsNullOrWhiteSpace(settings["YIMEN_DB"]) ? null : Readable(settings["YIMEN_DB"]!),
        services);

    public string FolderOf(string code) => Path.Combine(DataDirectory, "counties", code);

    /// <summary>On PostgreSQL a county is a schema and its search path is that schema alone (ruling 2); on SQLite it is a file.</summary>
    public string ConnectionStringOf(string? code)
    {
        if (postgres is null)
        {
            var file = code is null ? Path.Combine(DataDirectory, "house.db") : Path.Combine(FolderOf(code), "county.db");
            return $"Data Source={file};Mode=ReadWrite;Foreign Keys=True;Default Timeout=30";
        }

        // what a connection was asked twice, the server keeps planned
        return new NpgsqlConnectionStringBuilder(postgres) { SearchPath = SchemaOf(code), ApplicationName = "yimen", MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }.ConnectionString;
    }

    public static string SchemaOf(string? code) => code is null ? "yimen" : "c" + code;

    public HouseDb OpenHouse() => new(Configure(new DbContextOptionsBuilder<HouseDb>(), ConnectionStringOf(null)).Options);

    /// <summary>A context that knows the model and opens nothing.</summary>
    public AppDb OpenForDesign() => new(Configure(new DbContextOptionsBuilder<AppDb>(), ConnectionStringOf("000000")).Options);

    public County Open(CountyRow row)
    {
        var connection = ConnectionStringOf(row.Code);
        var options = Configure(new DbContextOptionsBuilder<AppDb>(), connection).Options;
        return new County
        {
            Code = row.Code,
            Name = row.Name,
            Host = row.Host,
            Demo = row.Demo,
            Database = Database,
            ConnectionString = connection,
            Folder = FolderOf(row.Code),
            Keys = CountyKeys.LoadOrCreate(Path.Combine(KeysDirectory, row.Code + ".json")),
            Contexts = new(options, ContextsKept),
            Connections = Database == DatabaseKind.Sqlite ? new(options) : null,
        };
    }

    private static string Readable(string connection)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connection);
            return connection;
        }
        catch (ArgumentException e)
        {
            throw new RuleViolation("connection", $"看不懂 YIMEN_DB 的连接串。写法如 Host=127.0.0.1;Database=yimen;Username=yimen;Password=……（{e.Message}）");
        }
    }

    private DbContextOptionsBuilder<T> Configure<T>(DbContextOptionsBuilder<T> options, string connection)
        where T : DbContext
    {
        options.UseApplicationServiceProvider(services).UseSnakeCaseNamingConvention();
        return Database == DatabaseKind.Sqlite
            ? options.AddInterceptors(KeptStatements.Instance).UseSqlite(connection, o => o.MigrationsAssembly("Yimen.Migrations.Sqlite").UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            : options.UseNpgsql(connection, o => o.MigrationsAssembly("Yimen.Migrations.Postgres"));
    }
}
