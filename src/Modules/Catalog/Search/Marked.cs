namespace Yimen.Catalog.Search;

/// <summary>Cuts a name where the words of a search stand in it.</summary>
internal static class Marked
{
    public static IEnumerable<(string Text, bool Hit)> Of(string name, string words)
    {
        var hit = new bool[name.Length];
        foreach (var word in words.Split([' ', '　', '，', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            for (var at = name.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase))
            {
                hit.AsSpan(at, word.Length).Fill(true);
            }
        }

        for (var start = 0; start < name.Length;)
        {
            var end = start + 1;
            while (end < name.Length && hit[end] == hit[start])
            {
                end++;
            }

            yield return (name[start..end], hit[start]);
            start = end;
        }
    }
}
