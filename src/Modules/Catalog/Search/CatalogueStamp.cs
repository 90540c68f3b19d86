using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Search;

/// <summary>One row that changes whenever the public catalogue does, so that kept pages know when they are old (ruling 23). Cases and tasks do not touch it.</summary>
internal sealed class CatalogueStamp
{
    public int Id { get; private init; } = 1;

    /// <summary>The item last moved and how often it has been; never the same twice.</summary>
    public string Text { get; private set; } = "";

    public static async Task Set(AppDb db, Item item, CancellationToken ct) =>
        (await db.Set<CatalogueStamp>().FindAsync([1], ct) ?? db.Add(new CatalogueStamp()).Entity).Text = $"{item.Id:N}.{item.Trail.Count}";

    public static IQueryable<string> Read(AppDb db) => db.Set<CatalogueStamp>().Select(s => s.Text);

    public static void Map(ModelBuilder model) => model.Entity<CatalogueStamp>(e =>
    {
        e.ToTable("catalog_stamp");
        e.Property(s => s.Id).ValueGeneratedNever();
    });
}
