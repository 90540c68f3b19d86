using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Knowledge;

/// <summary>知识条目 — one question and the answer that the owner unit stands by: its versions, until when it holds, and when it must be looked at again.</summary>
internal sealed partial class Article : IMatter
{
    public const string MatterKind = "article";

    private readonly List<ArticleVersion> versions = [];
    private readonly List<ArticleItem> items = [];
    private readonly List<InUse> daysInUse = [];
    private readonly List<Recheck> rechecks = [];

    private Article()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>主办单位 — who owns the answer.</summary>
    public UnitId Unit { get; private init; }

    public ArticleState State { get; private set; }

    /// <summary>Of the version in use; before the first publication of the one being written.</summary>
    public string Title { get; private set; } = "";

    public string Class { get; private set; } = "";

    public Visibility Visibility { get; private set; }

    /// <summary>The first and the last day on which the answer in use holds; the last is null when it holds until changed.</summary>
    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    /// <summary>The version in use or, once taken down, the last that was.</summary>
    public Guid? Current { get; private set; }

    /// <summary>When the owner last answered for it: by publishing or by confirming. An item that changed later opens a recheck.</summary>
    public DateTimeOffset LookedAt { get; private set; }

    public IReadOnlyList<ArticleVersion> Versions => versions;

    public IReadOnlyList<ArticleItem> Items => items;

    public IReadOnlyList<InUse> DaysInUse => daysInUse;

    public IReadOnlyList<Recheck> Rechecks => rechecks;

    public Trail Trail { get; private set; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>The version being worked on, if there is one.</summary>
    public ArticleVersion? Working => versions.Find(v => v.State is ArticleVersionState.Editing or ArticleVersionState.UnitReview or ArticleVersionState.HotlineReview);

    public ArticleVersion? Published => versions.Find(v => v.Id == Current);

    /// <summary>Whether a new version may begin: something was published, nothing is open, the entry lives.</summary>
    public bool CanChange => Working is null && Current is not null && State != ArticleState.Archived;

    /// <summary>The version to be looked at first.</summary>
    public ArticleVersion Newest => Working ?? Published ?? versions.MaxBy(v => v.Number)!;

    public IEnumerable<TaskSpec> WaitsFor => [.. VersionTask(), .. rechecks.Where(r => r.IsOpen && r.CalledOn is not null).Select(RecheckTask)];

    /// <summary>Whether it may be given as an answer on a day: in use, and the day lies within its validity.</summary>
    public bool AnswersOn(DateOnly day) => State == ArticleState.Live && ValidFrom <= day && (ValidTo is null || ValidTo >= day);

    /// <summary>采编 — the owner unit writes down a question and its answer.</summary>
    public static Article Compile(Guid id, Guid versionId, UnitId unit, ArticleDraft draft, Act act)
    {
        var article = new Article { Id = id, Unit = unit, Title = draft.Title, Class = draft.Class, Visibility = draft.Visibility, ValidFrom = draft.ValidFrom ?? act.Today, ValidTo = draft.ValidTo, LookedAt = act.Now };
        article.versions.Add(ArticleVersion.Begin(versionId, id, 1, draft, act));
        article.Trail.Note(act, "采编", null, Label.Of(ArticleVersionState.Editing), new Change("问题", null, draft.Title), new Change("主办单位", null, unit.Value));
        return article;
    }

    /// <summary>The version as its editor may write it.</summary>
    /// <exception cref="RuleViolation"><c>no-draft</c>, <c>wrong-state</c>.</exception>
    public ArticleVersion Editable()
    {
        var version = Open();
        ArticleLifecycle.Versions.After(version.State, ArticleVersionVerb.Edit);
        return version;
    }

    /// <summary>修改 — the editor writes the version that is open.</summary>
    public void Edit(ArticleDraft draft, Act act)
    {
        var version = Editable();
        var changes = ArticleDifference.Between(version.Draft, draft).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        version.Write(draft, act);
        if (Current is null)
        {
            (Title, Class, Visibility) = (draft.Title, draft.Class, draft.Visibility);
        }

        Trail.Note(act, Label.Of(ArticleVersionVerb.Edit), Label.Of(version.State), Label.Of(version.State), changes);
    }

    /// <summary>The version that a revision would begin with.</summary>
    /// <exception cref="RuleViolation"><c>change-open</c>, <c>not-published</c>, <c>archived</c>.</exception>
    public ArticleVersion Changeable() =>
        Working is not null ? throw new RuleViolation("change-open", "这个条目已有一个版本正在编写或审核，请先完成或放弃它。")
        : State == ArticleState.Archived ? throw new RuleViolation("archived", "条目已归档，不能再修订；请另写一条。")
        : Published ?? throw new RuleViolation("not-published", "条目尚未发布，直接修改即可。");

    /// <summary>修订 — a new version opens beside the one in use, which stays until the new one is published.</summary>
    public ArticleVersion BeginChange(Guid versionId, Act act)
    {
        var basis = Changeable();
        var version = ArticleVersion.Begin(versionId, Id, versions.Max(v => v.Number) + 1, basis.Draft with { ValidFrom = null, ValidTo = ValidTo < act.Today ? null : ValidTo }, act);
        versions.Add(version);
        Trail.Note(act, "修订", null, Label.Of(ArticleVersionState.Editing), new Change("版本", $"{basis.Number}", $"{version.Number}"));
        return version;
    }

    internal ArticleVersion Open() => Working ?? throw new RuleViolation("no-draft", "没有正在编写的版本，请先发起修订。");

    private void Turn(ArticleVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = State;
        State = ArticleLifecycle.Articles.After(from, verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), changes);
    }

    private IEnumerable<TaskSpec> VersionTask() => Working switch
    {
        { State: ArticleVersionState.Editing } => [Task("write-article", "编写知识条目", Roles.Liaison, Unit)],
        { State: ArticleVersionState.UnitReview } => [Task("check-article", "审核知识条目", Roles.UnitReviewer, Unit)],
        { State: ArticleVersionState.HotlineReview } => [Task("publish-article", "审核发布知识条目", Roles.Hotline, null)],
        _ => [],
    };

    private TaskSpec Task(string code, string act, string role, UnitId? unit) => new(code, $"{act}：{Working!.Title}", role, unit) { Href = $"/desk/knowledge/{Id}" };

    private TaskSpec RecheckTask(Recheck recheck) => new($"recheck-{(int)recheck.Kind}", $"{Label.Of(recheck.Kind)}：{Title}", Roles.Liaison, Unit, recheck.Due) { Href = $"/desk/knowledge/{Id}" };
}
