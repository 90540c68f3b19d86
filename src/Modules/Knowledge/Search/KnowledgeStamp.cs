using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Knowledge.Search;

/// <summary>One row that changes whenever what may be answered does, so that kept pages and the index in memory know when they are old (ruling 23).</summary>
internal sealed class KnowledgeStamp
{
    public int Id { get; private init; } = 1;

    /// <summary>The entry last moved and how often it has been; never the same twice.</summary>
    public string Text { get; private set; } = "";

    public static async Task Set(AppDb db, Article article, CancellationToken ct) =>
        (await db.Set<KnowledgeStamp>().FindAsync([1], ct) ?? db.Add(new KnowledgeStamp()).Entity).Text = $"{article.Id:N}.{article.Trail.Count}";

    public static IQueryable<string> Read(AppDb db) => db.Set<KnowledgeStamp>().Select(s => s.Text);

    public static void Map(ModelBuilder model) => model.Entity<KnowledgeStamp>(e =>
    {
        e.ToTable("knowledge_stamp");
        e.Property(s => s.Id).ValueGeneratedNever();
    });
}
