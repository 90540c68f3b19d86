using Yimen.Kernel;
using Yimen.Knowledge.Contracts;

namespace Yimen.Knowledge;

/// <summary>知识条目版本 — one edition of an entry. Publishing freezes it; a change is a new version beside it.</summary>
internal sealed class ArticleVersion
{
    private ArticleVersion()
    {
    }

    public Guid Id { get; private init; }

    public Guid ArticleId { get; private init; }

    /// <summary>1, 2, 3 … within the entry.</summary>
    public int Number { get; private init; }

    public ArticleVersionState State { get; private set; }

    public string Title { get; private set; } = "";

    public IReadOnlyList<string> Variants { get; private set; } = [];

    public string Answer { get; private set; } = "";

    public string Class { get; private set; } = "";

    public string LegalBasis { get; private set; } = "";

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public Visibility Visibility { get; private set; }

    public IReadOnlyList<Guid> Items { get; private set; } = [];

    /// <summary>Who wrote it last, and so does not review it.</summary>
    public Guid EditedBy { get; private set; }

    public string EditedByName { get; private set; } = "";

    public DateTimeOffset EditedAt { get; private set; }

    /// <summary>本单位审核人, who has also checked that it holds nothing secret (保密审查); empty before.</summary>
    public string ReviewedByName { get; private set; } = "";

    public DateOnly? SecrecyCheckedOn { get; private set; }

    /// <summary>Who published it at the hotline office; empty before.</summary>
    public string PublishedByName { get; private set; } = "";

    public DateTimeOffset? PublishedAt { get; private set; }

    internal ArticleDraft Draft => new()
    {
        Title = Title, Variants = Variants, Answer = Answer, Class = Class, LegalBasis = LegalBasis, ValidFrom = ValidFrom, ValidTo = ValidTo, Visibility = Visibility, Items = Items,
    };

    internal static ArticleVersion Begin(Guid id, Guid articleId, int number, ArticleDraft draft, Act act)
    {
        var version = new ArticleVersion { Id = id, ArticleId = articleId, Number = number };
        version.Write(draft, act);
        return version;
    }

    internal void Write(ArticleDraft draft, Act act)
    {
        (Title, Variants, Answer, Class, LegalBasis) = (draft.Title, draft.Variants, draft.Answer, draft.Class, draft.LegalBasis);
        (ValidFrom, ValidTo, Visibility, Items) = (draft.ValidFrom, draft.ValidTo, draft.Visibility, draft.Items);
        (EditedBy, EditedByName, EditedAt) = (act.By.AccountId, act.By.Name, act.Now);
        (ReviewedByName, SecrecyCheckedOn) = ("", null);
    }

    internal void CheckedBy(Act act) => (ReviewedByName, SecrecyCheckedOn) = (act.By.Name, act.Today);

    internal void PublishedBy(Act act) => (PublishedByName, PublishedAt) = (act.By.Name, act.Now);

    internal ArticleVersionState Move(ArticleVersionVerb verb) => State = ArticleLifecycle.Versions.After(State, verb);
}
