using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Catalog;

internal static class CatalogData
{
    extension(AppDb db)
    {
        public DbSet<Item> Items => db.Set<Item>();

        public DbSet<BasicItem> BasicItems => db.Set<BasicItem>();

        public DbSet<Offer> Offers => db.Set<Offer>();

        public DbSet<Residency> Residencies => db.Set<Residency>();

        public DbSet<WindowBinding> WindowBindings => db.Set<WindowBinding>();

        public DbSet<CrossRegion> CrossRegions => db.Set<CrossRegion>();

        public DbSet<CodeEntry> Codes => db.Set<CodeEntry>();

        /// <summary>The item with its versions and days in force, to be changed.</summary>
        public IQueryable<Item> ItemsWhole => db.Items.Include(i => i.Versions).Include(i => i.DaysInForce).AsSplitQuery();

        /// <summary>在用事项 on a day: one row an implementing body, with what figures count.</summary>
        public IQueryable<ItemOnDay> InForceOn(DateOnly day) =>
            from d in db.Set<InForce>()
            where d.From <= day && (d.To == null || d.To > day)
            join i in db.Items on d.ItemId equals i.Id
            join v in db.Set<ItemVersion>() on d.VersionId equals v.Id
            select new ItemOnDay
            {
                Id = i.Id, BasicCode = i.BasicCode, Handling = i.Handling, Name = v.Name, Type = i.Type, Unit = i.Unit, Level = i.Level,
                ByApplication = v.ByApplication, Online = v.Online, OneWindow = v.OneWindow, Since = d.From,
            };
    }
}

/// <summary>An item as it stood on a day.</summary>
internal sealed class ItemOnDay
{
    public Guid Id { get; init; }

    public string BasicCode { get; init; } = "";

    public string Handling { get; init; } = "";

    public string Name { get; init; } = "";

    public string Type { get; init; } = "";

    public Kernel.UnitId Unit { get; init; }

    public int Level { get; init; }

    public bool ByApplication { get; init; }

    public bool Online { get; init; }

    public bool OneWindow { get; init; }

    /// <summary>The day from which this version was in force.</summary>
    public DateOnly Since { get; init; }
}
