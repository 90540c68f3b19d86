using System.ComponentModel.DataAnnotations;

namespace Yimen.Cases.Correction;

/// <summary>补正 — one notice that tells everything that is missing or wrong, at once (行政许可法 第三十二条第四项), and when it was answered.</summary>
internal sealed class CaseCorrection
{
    public Guid Id { get; init; }

    public Guid CaseId { get; private init; }

    /// <summary>1, or 2 and more with a reason and the unit head's approval.</summary>
    public required int Sequence { get; init; }

    /// <summary>Before acceptance the reception clock stands until the answer; while the case is reviewed (审查阶段补正) and from the second notice on, the clock runs.</summary>
    public required bool StopsClock { get; init; }

    public required IReadOnlyList<Flaw> Flaws { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The last day to answer.</summary>
    public required DateOnly AnswerBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>一次性补正材料告知书, or 审查阶段补正通知书.</summary>
    public Guid? DocumentId { get; set; }

    public bool IsOpen => AnsweredAt is null;
}

/// <summary>One thing that is missing or wrong.</summary>
/// <param name="Material">The material's order in the guide; 0 for the application itself.</param>
/// <param name="Name">As the guide calls it.</param>
/// <param name="What">What is wrong and how to put it right.</param>
public sealed record Flaw(
    [property: Range(0, 200, ErrorMessage = "材料序号 material 应为 0 至 200，0 为申请内容。")] int Material,
    [property: MaxLength(200, ErrorMessage = "材料名称 name 不能超过 200 个字。")] string Name,
    [property: Required(ErrorMessage = "请写明需要补正什么 what。"), MaxLength(500, ErrorMessage = "需要补正的内容 what 不能超过 500 个字。")] string What);
