using System.Text;

namespace Yimen.Platform.Text;

/// <summary>
/// The index on PostgreSQL: one row a text with a <c>tsvector</c> under GIN. Vectors are written out, not parsed by the server, so that neither its
/// text parser nor its locale decides what a word is. The title has weight A, the body B.
/// </summary>
internal static class PostgresText
{
    public const string Hits = """
        SELECT id, title_length, words @@ {2}::tsquery AS title_hit
        FROM text_entry
        WHERE kind = {0} AND words @@ {1}::tsquery
        """;

    public const string Put = """
        INSERT INTO text_entry (kind, id, title_length, words) VALUES ({0}, {1}, {2}, {3}::tsvector)
          ON CONFLICT (kind, id) DO UPDATE SET title_length = excluded.title_length, words = excluded.words
        """;

    public const string Remove = "DELETE FROM text_entry WHERE kind = {0} AND id = {1}";

    /// <summary>Every token of the index with its position and weight, text by text.</summary>
    public const string All = """
        SELECT e.kind, e.id, e.title_length, u.lexeme, p.weight = 'B' AS in_body, p.position::integer - 1 AS place
        FROM text_entry AS e
        LEFT JOIN LATERAL unnest(e.words) AS u(lexeme, positions, weights) ON true
        LEFT JOIN LATERAL unnest(u.positions, u.weights) AS p(position, weight) ON true
        ORDER BY e.kind, e.id, p.position
        """;

    public static object[] Values(IndexedText text) => [text.Kind, text.Id, text.TitleLength, Vector(text)];

    /// <summary>A phrase matches within the title or within the body, never across.</summary>
    public static string Query(IReadOnlyList<Phrase> phrases, string weights) => string.Join(" & ", phrases.Select(phrase =>
        $"({string.Join(" | ", weights.Select(w => $"({string.Join(" <-> ", phrase.Tokens.Select(t => $"'{t}':{(phrase.IsPrefix ? "*" : "")}{w}"))})"))})"));

    private static string Vector(IndexedText indexed)
    {
        var text = new StringBuilder();
        var position = 0;
        foreach (var (tokens, weight) in new[] { (indexed.Title, 'A'), (indexed.Body, 'B') })
        {
            foreach (var token in tokens)
            {
                text.Append('\'').Append(token).Append("':").Append(++position).Append(weight).Append(' ');
            }
        }
        return text.ToString();
    }
}
