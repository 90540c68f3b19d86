using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Platform.Text;

/// <summary>A row found. Pages order by <see cref="TitleHit"/>, then by the shorter title: the same on both databases, unlike their own ranks.</summary>
public sealed class TextHit
{
    public required Guid Id { get; init; }

    /// <summary>Whether the title alone holds all that was asked for.</summary>
    public required bool TitleHit { get; init; }
    public required int TitleLength { get; init; }
}

/// <summary>
/// Full-text search in Chinese, with the same matches on SQLite and PostgreSQL. What is put here is written by the next SaveChanges, in its
/// transaction (ruling 16). Personal values never go in (ruling 19). Of a text longer than 8,000 characters the rest is not searched.
/// </summary>
public static class TextIndex
{
    private const int MostPhrases = 12;
    private const int LongestQuery = 200;

    /// <summary>Enters a text, or replaces the one entered for this kind and id.</summary>
    public static void Put(AppDb db, string kind, Guid id, string title, string body) => db.TextChanges.Add(new TextChange(kind, id, title, body));

    public static void Remove(AppDb db, string kind, Guid id) => db.TextChanges.Add(new TextChange(kind, id, null, ""));

    /// <summary>The best <paramref name="take"/> matches, title hits first. A query without a letter or digit finds nothing.</summary>
    public static async Task<IReadOnlyList<(Guid Id, bool TitleHit)>> Search(AppDb db, string kind, string query, int take, CancellationToken ct = default)
    {
        var hits = await Hits(db, kind, query)
            .OrderByDescending(h => h.TitleHit).ThenBy(h => h.TitleLength).ThenBy(h => h.Id)
            .Take(take).ToListAsync(ct);
        return [.. hits.Select(h => (h.Id, h.TitleHit))];
    }

    /// <summary>All matches as a query, to be joined with the rows they stand for.</summary>
    public static IQueryable<TextHit> Hits(AppDb db, string kind, string query) => Hits(db, kind, Phrases(query));

    internal static List<Phrase> Phrases(string query) => [.. Tokens.Query(query[..Math.Min(query.Length, LongestQuery)]).Take(MostPhrases).DefaultIfEmpty(Phrase.Nothing)];

    internal static IQueryable<TextHit> Hits(AppDb db, string kind, List<Phrase> phrases) => db.Database.IsSqlite()
        ? db.Database.SqlQueryRaw<TextHit>(SqliteText.Hits, kind, SqliteText.Query(phrases, "{title body}"), SqliteText.Query(phrases, "title"))
        : db.Database.SqlQueryRaw<TextHit>(PostgresText.Hits, kind, PostgresText.Query(phrases, "AB"), PostgresText.Query(phrases, "A"));

    internal static async Task Write(AppDb db, TextChange change, CancellationToken ct)
    {
        var (sql, values) = (db.Database.IsSqlite(), change.Title) switch
        {
            (true, null) => (SqliteText.Remove, [change.Kind, change.Id]),
            (false, null) => (PostgresText.Remove, [change.Kind, change.Id]),
            (_, { } title) => Putting(db, new(change.Kind, change.Id, title.Length, change.Tokens(title), change.Tokens(change.Body))),
        };
        await db.Database.ExecuteSqlRawAsync(sql, values, ct);
    }

    internal static Task Write(AppDb db, IndexedText text, CancellationToken ct)
    {
        var (sql, values) = Putting(db, text);
        return db.Database.ExecuteSqlRawAsync(sql, values, ct);
    }

    private static (string Sql, object[] Values) Putting(AppDb db, IndexedText text) => db.Database.IsSqlite()
        ? (SqliteText.Put, SqliteText.Values(text))
        : (PostgresText.Put, PostgresText.Values(text));
}

/// <summary>A text to be entered, or (without a title) to be taken out.</summary>
internal sealed record TextChange(string Kind, Guid Id, string? Title, string Body)
{
    /// <summary>What is entered instead of a token; null for the token itself.</summary>
    public Func<string, string>? Digest { get; init; }

    public IReadOnlyList<string> Tokens(string text)
    {
        var tokens = Text.Tokens.Of(text);
        return Digest is null ? tokens : [.. tokens.Select(Digest)];
    }
}

/// <summary>A text as the index holds it: tokens in their places, no longer the text.</summary>
internal sealed record IndexedText(string Kind, Guid Id, int TitleLength, IReadOnlyList<string> Title, IReadOnlyList<string> Body);
