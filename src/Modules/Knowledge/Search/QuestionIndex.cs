using System.Text;
using System.Text.Json;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;

namespace Yimen.Knowledge.Search;

/// <summary>One entry as the index in memory holds it.</summary>
internal sealed record IndexedArticle(Guid Id, string Title, IReadOnlyList<string> Variants, string Answer, UnitId Unit, string UnitName, Visibility Visibility, DateOnly ValidFrom, DateOnly? ValidTo)
{
    public bool AnswersOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || ValidTo >= day);
}

/// <summary>
/// All answers in use by the pairs of characters of their questions. Where the search over the text asks that all words stand in an answer, this asks which
/// question is most like what somebody said, however they said it. Rare pairs weigh more. Most of the score is how much of the question was said; the rest is how much of what was said stands in question and answer, held
/// against no more than twice the question, since an order of two hundred characters tells much beside it.
/// </summary>
internal sealed class QuestionIndex
{
    private const int LongestText = 1000;
    private const int LongestAnswer = 300;
    private const double AskedShare = 0.65;

    // a pair that stands in one entry only is mostly the seam of two words and no word
    private const double Seam = 0.3;

    private readonly IReadOnlyList<IndexedArticle> articles;
    private readonly List<(int Article, string[] Pairs, double Weight)> questions = [];
    private readonly Dictionary<string, List<int>> byPair = [];
    private readonly HashSet<string>[] whole;
    private readonly Dictionary<string, double> weights;
    private readonly double unseen;

    public QuestionIndex(IReadOnlyList<IndexedArticle> articles)
    {
        this.articles = articles;
        whole = [.. articles.Select(a => Pairs(string.Join('\n', [a.Title, .. a.Variants, a.Answer[..Math.Min(a.Answer.Length, LongestAnswer)], a.UnitName])).ToHashSet())];
        weights = whole.SelectMany(w => w).GroupBy(p => p).ToDictionary(g => g.Key, g => Math.Log(1 + ((double)articles.Count / g.Count())) * (g.Count() == 1 ? Seam : 1));
        unseen = Math.Log(1 + articles.Count) * Seam;
        for (var i = 0; i < articles.Count; i++)
        {
            foreach (var text in articles[i].Variants.Prepend(articles[i].Title))
            {
                Add(i, [.. Pairs(text).Distinct()]);
            }
        }
    }

    /// <summary>The entries most like a text, best first, with a score between 0 and 1.</summary>
    public IEnumerable<(IndexedArticle Article, double Score)> Like(string text, Func<IndexedArticle, bool> which)
    {
        var said = Pairs(text.Length > LongestText ? text[..LongestText] : text).ToHashSet();
        var all = said.Sum(p => weights.GetValueOrDefault(p, unseen));
        var touched = said.Where(byPair.ContainsKey).SelectMany(p => byPair[p]).Distinct();
        return touched.Select(q => (Question: questions[q], Of: questions[q].Article))
            .Where(q => which(articles[q.Of]))
            .Select(q => (q.Of, Score: Score(said, all, q.Question)))
            .GroupBy(q => q.Of, q => q.Score).Select(g => (articles[g.Key], Score: g.Max()))
            .OrderByDescending(g => g.Score).ThenBy(g => g.Item1.Title.Length).ThenBy(g => g.Item1.Id);
    }

    private double Score(HashSet<string> said, double all, (int Article, string[] Pairs, double Weight) question)
    {
        var asked = question.Pairs.Where(said.Contains).Sum(p => weights[p]) / question.Weight;
        var covered = said.Where(whole[question.Article].Contains).Sum(p => weights[p]) / Math.Min(all, 2 * question.Weight);
        return (AskedShare * asked) + ((1 - AskedShare) * Math.Min(1, covered));
    }

    private void Add(int article, string[] pairs)
    {
        if (pairs.Length == 0)
        {
            return;
        }

        foreach (var pair in pairs)
        {
            (byPair.TryGetValue(pair, out var list) ? list : byPair[pair] = []).Add(questions.Count);
        }

        questions.Add((article, pairs, pairs.Sum(p => weights.GetValueOrDefault(p, unseen))));
    }

    private static readonly string[] QuestionWords = Words();

    /// <summary>Neighbouring Chinese characters two by two; a run of other letters and digits as a whole. The words that make a question of any matter end a run and make no pair.</summary>
    internal static IEnumerable<string> Pairs(string text)
    {
        foreach (var asking in QuestionWords)
        {
            text = text.Replace(asking, " ", StringComparison.Ordinal);
        }

        var word = new StringBuilder();
        char? before = null;
        foreach (var c in text.Append(' '))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
                before = null;
                continue;
            }

            if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (before is { } first && char.IsLetter(c))
            {
                yield return $"{first}{c}";
            }

            before = char.IsLetter(c) ? c : null;
        }
    }

    // the longest first, or 怎么办 would leave 办 behind
    private static string[] Words()
    {
        using var stream = typeof(QuestionIndex).Assembly.GetManifestResourceStream("Yimen.Knowledge.question-words.json")!;
        return [.. JsonSerializer.Deserialize<string[]>(stream)!.OrderByDescending(w => w.Length)];
    }
}
