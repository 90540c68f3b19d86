using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Yimen.Kernel;
using Yimen.Platform.Archives;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Files;
using Yimen.Platform.Journal;
using Yimen.Tests.Documents;
using Yimen.Tests.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Archives;

public sealed class BackupTests(Town town) : IClassFixture<Town>, IAsyncLifetime
{
    private const string Passphrase = "一句很长的口令";
    private readonly string folder = Directory.CreateTempSubdirectory("yimen-backup-").FullName;
    private readonly string database = $"restored{Environment.ProcessId}_{Random.Shared.Next(1_000_000)}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(folder, "data");

    [Fact]
    public async Task What_was_backed_up_with_keys_stands_again_elsewhere_whole()
    {
        var (paper, file) = (await town.Issued(), await Handed("%PDF-1.4 backup"));
        await town.Sealed(new DateOnly(2020, 11, 1));
        Assert.True((await Made("with.tar.gz", Passphrase)).WithKeys);
        await Handed("%PDF-1.4 later");
        Assert.True((await Restored("with.tar.gz", Passphrase)).WithKeys);
        await using var host = new TownHost(Target, Database, town.Time);
        await In(host, async services =>
        {
            var register = services.GetRequiredService<DocumentRegister>();
            Assert.Equal(Papers.Content.Addressee, register.Read((await register.FindByCode(paper.Code, Ct))!)!.Addressee);
            await using var bytes = services.GetRequiredService<FileStore>().Open(await services.GetRequiredService<AppDb>().Set<StoredFile>().SingleAsync(f => f.Id == file, Ct));
            Assert.Equal("%PDF-1.4 backup", await new StreamReader(bytes).ReadToEndAsync(Ct));
            var report = await services.GetRequiredService<JournalCheck>().Run(Ct);
            Assert.Empty(report.Findings);
            Assert.True(report is { Entries: > 20, Seals: 1 });
        });
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? 0 : File.GetUnixFileMode(Path.Combine(Target, "keys", "440281.json")));
        await using var house = host.Services.GetRequiredService<Installation>().OpenHouse();
        Assert.Equal("乐昌市", (await house.Counties.SingleAsync(Ct)).Name);
    }

    [Fact]
    public async Task Without_a_passphrase_no_key_is_in_the_file_and_the_restored_house_does_not_start_in_silence()
    {
        Assert.False((await Made("without.tar.gz", null)).WithKeys);
        Assert.False((await Restored("without.tar.gz", null)).WithKeys);
        Assert.False(File.Exists(Path.Combine(Target, "keys", "440281.json")));
        var refused = await Assert.ThrowsAsync<RuleViolation>(async () =>
        {
            await using var host = new TownHost(Target, Database, town.Time);
            _ = host.Services;
        });
        Assert.Contains("440281.json.missing", refused.Message);
    }

    [Fact]
    public async Task A_wrong_passphrase_changes_nothing()
    {
        await Made("wrong.tar.gz", Passphrase);
        Assert.Equal("passphrase", (await Assert.ThrowsAsync<RuleViolation>(() => Restored("wrong.tar.gz", "another"))).Code);
        Assert.False(Directory.Exists(Target));
        Assert.True((await Restored("wrong.tar.gz", Passphrase)).WithKeys);
    }

    [Fact]
    public async Task Nothing_is_restored_over_what_is_there()
    {
        await Made("over.tar.gz", null);
        Directory.CreateDirectory(Target);
        await File.WriteAllTextAsync(Path.Combine(Target, "something"), "", Ct);
        Assert.Equal("restore-target", (await Assert.ThrowsAsync<RuleViolation>(() => Restored("over.tar.gz", null))).Code);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.0)]
    public async Task A_cut_off_archive_is_refused_and_leaves_nothing(double part)
    {
        await Made("cut.tar.gz", null);
        var bytes = await File.ReadAllBytesAsync(At("cut.tar.gz"), Ct);
        await File.WriteAllBytesAsync(At("cut.tar.gz"), bytes[..(int)(bytes.Length * part)], Ct);
        Assert.Equal("restore-archive", (await Assert.ThrowsAsync<RuleViolation>(() => Restored("cut.tar.gz", null))).Code);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder), f => !f.EndsWith(".gz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_no_file()
    {
        using (FilesHeld.TryHold(town.Host.Services.GetRequiredService<CountyDirectory>().Sole!))
        {
            Assert.Equal("backup-busy", (await Assert.ThrowsAsync<RuleViolation>(() => Made("busy.tar.gz", null))).Code);
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task An_entry_that_points_elsewhere_is_not_unpacked()
    {
        await using (var zip = new System.IO.Compression.GZipStream(File.Create(At("evil.tar.gz")), System.IO.Compression.CompressionLevel.Fastest))
        await using (var tar = new System.Formats.Tar.TarWriter(zip))
        {
            var entry = new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.RegularFile, "../evil") { DataStream = new MemoryStream([1]) };
            await tar.WriteEntryAsync(entry, Ct);
        }
        Assert.Equal("restore-archive", (await Assert.ThrowsAsync<RuleViolation>(() => Restored("evil.tar.gz", null))).Code);
        Assert.False(File.Exists(At("evil")));
    }

    public async ValueTask InitializeAsync()
    {
        if (Template.Cluster is not null)
        {
            await Admin($"CREATE DATABASE {database}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (Template.Cluster is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await Admin($"DROP DATABASE {database} WITH (FORCE)");
        }
        Directory.Delete(folder, recursive: true);
    }

    private string? Database => Template.Cluster is null ? null : new NpgsqlConnectionStringBuilder(Template.Cluster) { Database = database }.ConnectionString;

    private string At(string name) => Path.Combine(folder, name);

    private Task<Manifest> Made(string name, string? passphrase) => town.Host.Services.GetRequiredService<Backup>().Write(At(name), passphrase, Ct);

    private Task<Manifest> Restored(string name, string? passphrase) => new Restore(new Installation(Target, Database, town.Host.Services)).Read(At(name), passphrase, Ct);

    private Task<Guid> Handed(string text) => town.InCounty(async (db, services) =>
    {
        var received = await services.GetRequiredService<FileStore>().Receive(new MemoryStream(Encoding.ASCII.GetBytes(text)), "a.pdf", FileLimits.Material, Ct);
        var file = StoredFile.Of(services.GetRequiredService<IdSource>().NewId(town.Time.Now()), received, new MatterRef("test", Guid.Empty), town.Act());
        db.Add(file);
        await db.SaveChangesAsync(Ct);
        return file.Id;
    });

    private static async Task In(TownHost host, Func<IServiceProvider, Task> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(host.Services.GetRequiredService<CountyDirectory>().Sole!);
        await work(scope.ServiceProvider);
    }

    private static async Task Admin(string sql)
    {
        await using var connection = new NpgsqlConnection(Template.Cluster);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
