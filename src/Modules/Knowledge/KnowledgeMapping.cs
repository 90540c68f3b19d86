using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Journal;

namespace Yimen.Knowledge;

internal static class KnowledgeMapping
{
    public static void Map(ModelBuilder model)
    {
        MapArticles(model);
        model.Entity<ArticleVersion>(e =>
        {
            e.ToTable("knowledge_version");
            e.Property(v => v.Id).ValueGeneratedNever();
            e.PrimitiveCollection(v => v.Variants);
            e.PrimitiveCollection(v => v.Items);
            e.Ignore(v => v.Draft);
            e.HasIndex(v => new { v.ArticleId, v.Number }).IsUnique();
        });
        model.Entity<ArticleItem>(e =>
        {
            e.ToTable("knowledge_article_item");
            e.HasKey(i => new { i.ArticleId, i.ItemId });
            e.HasIndex(i => i.ItemId);
        });
        model.Entity<InUse>(e =>
        {
            e.ToTable("knowledge_in_use");
            e.HasIndex(d => new { d.ArticleId, d.From });
        });
        model.Entity<Recheck>(e =>
        {
            e.ToTable("knowledge_recheck");
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Why).HasMaxLength(500);
            e.Ignore(r => r.IsOpen);
            e.HasIndex(r => r.ArticleId);
            e.HasIndex(r => new { r.Due, r.ClosedOn });
        });
        model.Entity<ArticleRef>(e =>
        {
            e.HasNoKey();
            e.ToView("knowledge_article");
        });
    }

    private static void MapArticles(ModelBuilder model) => model.Entity<Article>(e =>
    {
        e.ToTable("knowledge_article");
        e.Property(a => a.Id).ValueGeneratedNever();
        e.Property(a => a.Title).HasMaxLength(100);
        e.Property(a => a.Class).HasMaxLength(30);
        e.HasIndex(a => new { a.State, a.Visibility, a.Unit });
        e.HasIndex(a => new { a.Unit, a.State });
        e.Ignore(a => a.Working).Ignore(a => a.Published).Ignore(a => a.Newest).Ignore(a => a.CanChange).Ignore(a => a.RecheckDue);
        e.HasMany(a => a.Versions).WithOne().HasForeignKey(v => v.ArticleId);
        e.HasMany(a => a.Items).WithOne().HasForeignKey(i => i.ArticleId);
        e.HasMany(a => a.DaysInUse).WithOne().HasForeignKey(d => d.ArticleId);
        e.HasMany(a => a.Rechecks).WithOne().HasForeignKey(r => r.ArticleId);
        e.Navigation(a => a.Versions).HasField("versions");
        e.Navigation(a => a.Items).HasField("items");
        e.Navigation(a => a.DaysInUse).HasField("daysInUse");
        e.Navigation(a => a.Rechecks).HasField("rechecks");
        e.HasTrail();
    });
}
