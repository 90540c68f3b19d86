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

    public static object[] Values(TextChange change, string title) => [change.Kind, change.Id, title.Length, Vector(title, change.Body)];

    /// <summary>A phrase matches within the title or within the body, never across.</summary>
    public static string Query(IReadOnlyList<Phrase> phrases, string weights) => string.Join(" & ", phrases.Select(phrase =>
        $"({string.Join(" | ", weights.Select(w => $"({string.Join(" <-> ", phrase.Tokens.Select(t => $"'{t}':{(phrase.IsPrefix ? "*" : "")}{w}"))})"))})"));

    private static string Vector(string title, string body)
    {
        var text = new StringBuilder();
        var position = 0;
        foreach (var (tokens, weight) in new[] { (Tokens.Of(title), 'A'), (Tokens.Of(body), 'B') })
        {
            foreach (var token in tokens)
            {
                text.Append('\'').Append(token).Append("':").Append(++position).Append(weight).Append(' ');
            }
        }
        return text.ToString();
    }
}
