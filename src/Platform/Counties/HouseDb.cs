using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Yimen.Platform.Counties;

/// <summary>The installation above the counties: their register and the key ring that all web nodes share.</summary>
public sealed class HouseDb(DbContextOptions<HouseDb> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<CountyRow> Counties => Set<CountyRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CountyRow>(e =>
        {
            e.ToTable("county");
            e.HasKey(c => c.Code);
            e.Property(c => c.Code).HasMaxLength(6);
            e.HasIndex(c => c.Host).IsUnique();
        });
        modelBuilder.Entity<DataProtectionKey>().ToTable("data_protection_key");
    }
}

/// <summary>A row of the register. Connection strings stay in the installation's settings; the row says only which database kind and schema or file.</summary>
public sealed class CountyRow
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? Host { get; set; }

    public bool Demo { get; init; }

    public bool Closed { get; set; }

    /// <summary>The world with which the county is being filled; until that is done nobody can reach it. Null ever after.</summary>
    public string? Filling { get; set; }
}
