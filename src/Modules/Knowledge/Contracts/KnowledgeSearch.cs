using Yimen.Kernel;
using Yimen.Knowledge.Search;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Knowledge.Contracts;

/// <summary>An entry that may answer what somebody said.</summary>
/// <param name="Answer">The whole answer, a line a paragraph.</param>
/// <param name="Unit">主办单位, who would handle the matter too.</param>
/// <param name="Public">Whether it may be read out and sent as it stands; an internal one is for the office's eyes.</param>
/// <param name="Score">Between 0 and 1; above <see cref="KnowledgeSearch.Sure"/> it is very likely the question.</param>
public sealed record Suggestion(Guid Id, string Title, string Answer, UnitId Unit, string UnitName, bool Public, double Score)
{
    /// <summary>Where the desk reads it.</summary>
    public string Href => $"/desk/knowledge/{Id}";
}

/// <summary>知识推荐 — the answers in use that are most like a text, as a dispatcher or a call-taker writes it. Entries taken down or whose days have run out are never among them.</summary>
public sealed class KnowledgeSearch
{
    /// <summary>Below it a likeness is chance.</summary>
    public const double Likely = 0.22;

    /// <summary>From it on the question was very likely asked in these words.</summary>
    public const double Sure = 0.45;

    // beside the best one, what is not half as like is noise
    private const double Beside = 0.55;

    private readonly AppDb db;
    private readonly CountyScope scope;
    private readonly QuestionIndexes indexes;

    internal KnowledgeSearch(AppDb db, CountyScope scope, QuestionIndexes indexes) => (this.db, this.scope, this.indexes) = (db, scope, indexes);

    /// <summary>The best <paramref name="take"/> for staff, public and internal ones; fewer where little is alike.</summary>
    /// <param name="today">The China day on which the answer must hold.</param>
    public Task<IReadOnlyList<Suggestion>> Suggest(string text, DateOnly today, int take, CancellationToken ct) => Find(text, a => a.AnswersOn(today), take, ct);

    /// <summary>The same for the public: public entries only.</summary>
    public Task<IReadOnlyList<Suggestion>> SuggestPublic(string text, DateOnly today, int take, CancellationToken ct) =>
        Find(text, a => a.Visibility == Visibility.Public && a.AnswersOn(today), take, ct);

    private async Task<IReadOnlyList<Suggestion>> Find(string text, Func<IndexedArticle, bool> which, int take, CancellationToken ct)
    {
        var index = await indexes.Of(scope.County.Code, db, ct);
        var like = index.Like(text, which).Take(take).ToList();
        return [.. like.TakeWhile(l => l.Score >= Likely && l.Score >= like[0].Score * Beside)
            .Select(l => new Suggestion(l.Article.Id, l.Article.Title, l.Article.Answer, l.Article.Unit, l.Article.UnitName, l.Article.Visibility == Visibility.Public, Math.Round(l.Score, 3)))];
    }
}
