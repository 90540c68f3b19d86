using Microsoft.EntityFrameworkCore;

namespace Yimen.Platform.Counties;

/// <summary>Makes and migrates databases: the installation's and each county's. Nothing else creates one (ruling 4).</summary>
public sealed partial class Provisioning(Installation installation, CountyDirectory counties)
{
    /// <summary>Brings the installation and all its counties to this release's tables.</summary>
    public async Task Migrate(CancellationToken ct = default)
    {
        // a left-over migration lock row of a killed process would block for ever (ruling 5): our own lock file comes first
        await using var held = await Hold("migrate", ct);
        await Prepare(null, ct);
        await using (var house = installation.OpenHouse())
        {
            await MigrateOne(house, ct);
        }

        await counties.Load(ct);
        foreach (var county in counties.All)
        {
            await MigrateCounty(county, ct);
        }
    }

    /// <summary>Enters a county in the register and makes its database. Does nothing if it is there already.</summary>
    public async Task<County> AddCounty(CountyRow row, CancellationToken ct = default)
    {
        await using (var house = installation.OpenHouse())
        {
            if (!await house.Counties.AnyAsync(c => c.Code == row.Code, ct))
            {
                house.Counties.Add(row);
                await house.SaveChangesAsync(ct);
            }
        }

        await counties.Load(ct);
        var county = counties.ByCode(row.Code)!;
        await MigrateCounty(county, ct);
        return county;
    }

    private async Task MigrateCounty(County county, CancellationToken ct)
    {
        await Prepare(county.Code, ct);
        await using var db = county.OpenDb();
        await MigrateOne(db, ct);
    }

    private async Task MigrateOne(DbContext db, CancellationToken ct)
    {
        // asked first: MigrateAsync compares the whole model with its snapshot, which costs a second at every start; a test holds the two together
        if (!(await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            return;
        }

        if (installation.Database == DatabaseKind.Sqlite)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL; DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        }

        await db.Database.MigrateAsync(ct);
    }

    /// <summary>The empty file, or the empty schema, that migrations then fill.</summary>
    private async Task Prepare(string? code, CancellationToken ct)
    {
        if (installation.Database == DatabaseKind.Postgres)
        {
            await ExecuteOnServer($"CREATE SCHEMA IF NOT EXISTS {Installation.SchemaOf(code)}", ct);
        }

        if (code is not null)
        {
            Directory.CreateDirectory(installation.FolderOf(code));
        }

        if (installation.Database == DatabaseKind.Sqlite)
        {
            var file = code is null ? Path.Combine(installation.DataDirectory, "house.db") : Path.Combine(installation.FolderOf(code), "county.db");
            await using var touch = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        }
    }
}
