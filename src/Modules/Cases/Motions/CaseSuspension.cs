using Yimen.Kernel;

namespace Yimen.Cases.Motions;

/// <summary>特别程序, 挂起 — a stretch in which the clock stands: a ground of the law (行政许可法 第四十五条), or an outside cause that the unit's head accepted.</summary>
internal sealed class CaseSuspension
{
    public Guid Id { get; init; }

    public Guid CaseId { get; private init; }

    /// <summary>A ground that the law lists; without one it is a 挂起 and reported apart.</summary>
    public required bool Special { get; init; }

    /// <summary>Of a hearing that was asked for: begins with the request and ends with the record, without the head's leave.</summary>
    public bool OfHearing { get; init; }

    /// <summary>听证, 检验, 专家评审 … of <c>grounds.json</c>; of a 挂起 its cause.</summary>
    public required string Ground { get; init; }

    public required string Why { get; init; }

    /// <summary>Working days that the applicant was told.</summary>
    public required int PlannedDays { get; init; }

    public required string ApprovedBy { get; init; }

    /// <summary>This day still counts (domain C3).</summary>
    public required DateOnly BeganOn { get; init; }

    /// <summary>This day does not count; counting resumes the next working day. Null while it stands.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>What came of it: the report's conclusion, the hearing's record.</summary>
    public string Result { get; set; } = "";

    /// <summary>特别程序告知书.</summary>
    public Guid? DocumentId { get; set; }

    public string Words => Special ? $"特别程序：{Ground}" : $"挂起：{Ground}";

    public Stop AsStop => new(BeganOn, EndedOn, Words);
}

/// <summary>延期 — granted once by the unit's head with its reasons told to the applicant (行政许可法 第四十二条).</summary>
internal sealed class CaseExtension
{
    public Guid CaseId { get; private init; }

    public required int Days { get; init; }

    public required string Why { get; init; }

    public required string ApprovedBy { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>延期告知书.</summary>
    public Guid? DocumentId { get; set; }
}
