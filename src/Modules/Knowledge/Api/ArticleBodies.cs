using System.ComponentModel.DataAnnotations;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Editing;

namespace Yimen.Knowledge.Api;

/// <summary>知识条目 as programs read it. <c>Version</c> is the ETag's number.</summary>
/// <param name="WorkingState">Of the version that is being written or reviewed; null when none is.</param>
/// <param name="Answers">Whether it may be given as an answer today.</param>
public sealed record ArticleBody(Guid Id, string Unit, ArticleState State, ArticleVersionState? WorkingState, bool Answers, DateOnly ValidFrom, DateOnly? ValidTo, DateOnly? RecheckDue, int Version, EntryBody Entry)
{
    internal static ArticleBody Of(Article article, bool mayWork, DateOnly today)
    {
        var shown = mayWork ? article.Newest : article.Published ?? article.Newest;
        return new(article.Id, article.Unit.Value, article.State, mayWork ? article.Working?.State : null, article.AnswersOn(today), article.ValidFrom, article.ValidTo, article.RecheckDue, article.Trail.Count, EntryBody.Of(article.Unit, shown.Draft));
    }
}

/// <summary>What an editor writes, whole.</summary>
public sealed record EntryBody
{
    /// <summary>主办单位; only when it is created.</summary>
    [MaxLength(20, ErrorMessage = "主办单位不能超过 20 个字符。")]
    public string? Unit { get; init; }

    [Required(ErrorMessage = "请填写问题 title。")]
    public string? Title { get; init; }

    [MaxLength(20, ErrorMessage = "其他问法不超过 20 条。")]
    public IReadOnlyList<string>? Variants { get; init; }

    /// <summary>Plain text, a line a paragraph.</summary>
    [Required(ErrorMessage = "请填写答复 answer。")]
    public string? Answer { get; init; }

    /// <summary>内容分类.</summary>
    public string? Class { get; init; }

    public string? LegalBasis { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public Visibility Visibility { get; init; } = Visibility.Public;

    /// <summary>Names or 14-digit codes of items; ids when read.</summary>
    [MaxLength(20, ErrorMessage = "关联事项不超过 20 个。")]
    public IReadOnlyList<string>? Items { get; init; }

    internal static EntryBody Of(UnitId unit, ArticleDraft draft) => new()
    {
        Unit = unit.Value, Title = draft.Title, Variants = draft.Variants, Answer = draft.Answer, Class = draft.Class, LegalBasis = draft.LegalBasis, ValidFrom = draft.ValidFrom, ValidTo = draft.ValidTo,
        Visibility = draft.Visibility, Items = [.. draft.Items.Select(i => i.ToString())],
    };

    internal ArticleInput AsInput() => new()
    {
        Unit = Unit, Title = Title, Variants = string.Join('\n', Variants ?? []), Answer = Answer, Class = Class, LegalBasis = LegalBasis, ValidFrom = $"{ValidFrom:yyyy-MM-dd}", ValidTo = $"{ValidTo:yyyy-MM-dd}",
        Visibility = Visibility == Visibility.Internal ? "internal" : "public", Items = string.Join('\n', Items ?? []),
    };
}

/// <summary>What a step asks for.</summary>
/// <param name="Secrecy">本单位审核: that nothing secret stands in it.</param>
/// <param name="ValidTo">确认有效: the new last day; null: until it is changed.</param>
public sealed record StepBody(string? Reason, bool Secrecy, DateOnly? ValidTo);

public sealed record ArticleLine(Guid Id, string Title, string Unit, string Class, ArticleState State, Visibility Visibility, DateOnly ValidFrom, DateOnly? ValidTo, DateOnly? RecheckDue, int Uses);

public sealed record ArticlesFound(int Total, int Page, int Size, IReadOnlyList<ArticleLine> Articles);
