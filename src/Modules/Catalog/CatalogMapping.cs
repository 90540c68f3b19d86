using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Journal;

namespace Yimen.Catalog;

internal static class CatalogMapping
{
    public static void Map(ModelBuilder model)
    {
        MapItems(model);
        MapBindings(model);
        MapRefs(model);
        model.Entity<BasicItem>(e =>
        {
            e.ToTable("catalog_basic_item");
            e.HasKey(b => b.Code);
            e.Property(b => b.Code).HasMaxLength(12);
        });
        model.Entity<Offer>(e =>
        {
            e.ToTable("catalog_offer");
            e.Property(o => o.Id).ValueGeneratedNever();
            e.HasIndex(o => new { o.Batch, o.BasicCode, o.Handling }).IsUnique();
            e.HasIndex(o => new { o.Unit, o.State });
            e.HasTrail();
        });
        model.Entity<CodeEntry>(e =>
        {
            e.ToTable("catalog_code");
            e.HasKey(c => new { c.Dictionary, c.Code });
        });
    }

    private static void MapItems(ModelBuilder model)
    {
        model.Entity<Item>(e =>
        {
            e.ToTable("catalog_item");
            e.Property(i => i.Id).ValueGeneratedNever();
            e.Property(i => i.BasicCode).HasMaxLength(12);
            e.Property(i => i.Handling).HasMaxLength(2);
            e.HasIndex(i => i.HandlingCode).IsUnique();
            e.HasIndex(i => new { i.Unit, i.State });
            e.HasIndex(i => new { i.State, i.Level });
            e.HasIndex(i => new { i.BasicCode, i.Handling });
            e.Ignore(i => i.Working).Ignore(i => i.Published).Ignore(i => i.CanChange).Ignore(i => i.CanDiscard);
            e.HasMany(i => i.Versions).WithOne().HasForeignKey(v => v.ItemId);
            e.HasMany(i => i.DaysInForce).WithOne().HasForeignKey(d => d.ItemId);
            e.Navigation(i => i.Versions).HasField("versions");
            e.Navigation(i => i.DaysInForce).HasField("daysInForce");
            e.HasTrail();
        });
        model.Entity<ItemVersion>(e =>
        {
            e.ToTable("catalog_item_version");
            e.Property(v => v.Id).ValueGeneratedNever();
            e.Property(v => v.Content).HasConversion<ItemContentAsText>();
            e.Property(v => v.ProvincialId).HasMaxLength(40);
            e.Ignore(v => v.Draft);
            e.HasIndex(v => new { v.ItemId, v.Number }).IsUnique();
        });
        model.Entity<InForce>(e =>
        {
            e.ToTable("catalog_in_force");
            e.HasIndex(d => new { d.ItemId, d.From });
        });
    }

    private static void MapBindings(ModelBuilder model)
    {
        model.Entity<Residency>(e =>
        {
            e.ToTable("catalog_residency");
            e.HasIndex(r => new { r.ItemId, r.From });
        });
        model.Entity<WindowBinding>(e =>
        {
            e.ToTable("catalog_window_binding");
            e.HasIndex(b => new { b.ItemId, b.Window, b.From });
            e.HasIndex(b => b.Window);
        });
        model.Entity<CrossRegion>(e =>
        {
            e.ToTable("catalog_cross_region");
            e.HasIndex(c => new { c.ItemId, c.Level, c.From });
        });
    }

    private static void MapRefs(ModelBuilder model)
    {
        model.Entity<ItemRef>(e =>
        {
            e.HasNoKey();
            e.ToView("catalog_item");
        });
        model.Entity<ItemVersionRef>(e =>
        {
            e.HasNoKey();
            e.ToView("catalog_item_version");
            e.Property(v => v.Content).HasConversion<ItemContentAsText>();
        });
        model.Entity<WindowBindingRef>(e =>
        {
            e.HasNoKey();
            e.ToView("catalog_window_binding");
        });
    }
}
