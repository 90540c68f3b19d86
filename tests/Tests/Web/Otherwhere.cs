using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Yimen.Platform.Counties;
using Yimen.Platform.Moving;
using Yimen.Tests.World;

namespace Yimen.Tests.Web;

/// <summary>Another place for a town to live: a directory with the same keys, files and seals, and no database yet.</summary>
internal sealed class Otherwhere(string directory, string? database, IServiceProvider services) : IAsyncDisposable
{
    public string Directory => directory;

    /// <summary>A fresh directory beside the town's own; its database will be SQLite.</summary>
    public static Otherwhere Of(Town town) =>
        Copy(town.Host.Services.GetRequiredService<Installation>().DataDirectory, null, town.Host.Services);

    /// <summary>The same keys and files once more, over a PostgreSQL database.</summary>
    public Otherwhere On(string postgres) => Copy(directory, postgres, services);

    public TownHost Host(FakeTimeProvider time) => new(directory, database, time);

    public async Task<List<string>> Move(Installation from)
    {
        var said = new List<string>();
        await new Relocation(from, new Installation(directory, database, services)).Run(said.Add, TestContext.Current.CancellationToken);
        return said;
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await Template.Drop(directory, database);
    }

    private static Otherwhere Copy(string from, string? database, IServiceProvider services)
    {
        var to = System.IO.Directory.CreateTempSubdirectory("yimen-move-").FullName;
        foreach (var file in System.IO.Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".db") && !f.EndsWith(".lock")))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return new Otherwhere(to, database, services);
    }
}
