using System.Diagnostics;
using Npgsql;
using Yimen.Kernel;

namespace Yimen.Platform.Archives;

/// <summary>pg_dump and pg_restore of the server's version or a later one (ruling 47); an older one refuses the server.</summary>
internal sealed class PostgresTools(string connectionString)
{
    public async Task Dump(string schema, string file, IReadOnlyList<string> withoutData, CancellationToken ct) => await Run("pg_dump",
        ["--format=custom", "--no-owner", "--no-privileges", $"--schema={schema}", $"--file={file}", .. withoutData.Select(t => $"--exclude-table-data={schema}.{t}")], ct);

    public async Task Restore(string file, CancellationToken ct) => await Run("pg_restore",
        ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", $"--dbname={new NpgsqlConnectionStringBuilder(connectionString).Database}", file], ct);

    public async Task<bool> HasSchema(string schema, CancellationToken ct) => await Scalar($"SELECT count(*) FROM pg_namespace WHERE nspname = '{schema}'", ct) > 0;

    public async Task Drop(string schema, CancellationToken ct) => await Scalar($"DROP SCHEMA IF EXISTS {schema} CASCADE; SELECT 0::bigint", ct);

    private async Task Run(string tool, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(await Find(tool, ct)) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (name, value) in Environment())
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        try
        {
            await process.WaitForExitAsync(ct);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
        await said;
        if (process.ExitCode != 0)
        {
            throw new RuleViolation("pg-tool", $"{tool} 没有成功：{(await complained).Trim()}");
        }
    }

    private async Task<string> Find(string tool, CancellationToken ct)
    {
        var server = (int)(await Scalar("SELECT current_setting('server_version_num')::bigint", ct) / 10000);
        var places = Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")) : [];
        var found = places.Concat((System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Select(p => Path.Combine(p, tool)).Where(File.Exists).Select(p => (Path: p, Major: MajorOf(p)))
            .Where(t => t.Major >= server).OrderBy(t => t.Major).FirstOrDefault();
        return found.Path ?? throw new RuleViolation("pg-tool", $"没有找到 PostgreSQL {server} 的 {tool}。请安装 postgresql-client-{server}。");
    }

    private static int MajorOf(string tool)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, "--version") { RedirectStandardOutput = true })!;
        var words = process.StandardOutput.ReadToEnd().Split(' ', '\n', '.');
        process.WaitForExit();
        return words.Select(w => int.TryParse(w, out var n) ? n : 0).FirstOrDefault(n => n > 0);
    }

    private async Task<long> Scalar(string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private IEnumerable<(string Name, string? Value)> Environment()
    {
        var c = new NpgsqlConnectionStringBuilder(connectionString);
        return [("PGHOST", c.Host), ("PGPORT", c.Port.ToString()), ("PGUSER", c.Username), ("PGPASSWORD", c.Password), ("PGDATABASE", c.Database), ("PGSSLMODE", Ssl(c.SslMode))];
    }

    private static string Ssl(SslMode mode) => mode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", _ => mode.ToString().ToLowerInvariant() };
}
