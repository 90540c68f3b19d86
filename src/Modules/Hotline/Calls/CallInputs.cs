using System.ComponentModel.DataAnnotations;

namespace Yimen.Hotline.Calls;

/// <summary>来电 as the telephone system tells it when the line begins to ring.</summary>
public sealed record NewCall
{
    /// <summary>The telephone system's own name for the call: letters, digits and . _ @ -, at most 64.</summary>
    [Required(ErrorMessage = "请填写呼叫标识 callId。"), RegularExpression("^[A-Za-z0-9._@-]{1,64}$", ErrorMessage = "呼叫标识 callId 为 1 至 64 个字母、数字或 . _ @ - 。")]
    public string? CallId { get; init; }

    /// <summary>The number that calls, with its area code when it is a landline; empty where it is withheld.</summary>
    [MaxLength(40, ErrorMessage = "主叫号码 caller 不能超过 40 个字符。")]
    public string? Caller { get; init; }

    [Required(ErrorMessage = "请填写振铃时间 ringingAt，例如 2020-11-02T09:30:00+08:00。")]
    public DateTimeOffset? RingingAt { get; init; }

    /// <summary>The login of the agent whose telephone rings; empty while the call waits in the queue.</summary>
    [MaxLength(60, ErrorMessage = "话务员登录名 agent 不能超过 60 个字符。")]
    public string? Agent { get; init; }
}

/// <summary>接听.</summary>
public sealed record CallAnswered(
    [property: Required(ErrorMessage = "请填写接听时间 at。")] DateTimeOffset? At,
    [property: Required(ErrorMessage = "请填写话务员登录名 agent。"), MaxLength(60, ErrorMessage = "话务员登录名 agent 不能超过 60 个字符。")] string? Agent);

/// <summary>转接.</summary>
/// <param name="Agent">The login of the agent who now talks with the caller.</param>
public sealed record CallPassed(
    [property: Required(ErrorMessage = "请填写转接时间 at。")] DateTimeOffset? At,
    [property: Required(ErrorMessage = "请填写接手的话务员登录名 agent。"), MaxLength(60, ErrorMessage = "话务员登录名 agent 不能超过 60 个字符。")] string? Agent);

/// <summary>挂断.</summary>
/// <param name="Recording">Under which the telephone system keeps the recording; empty where there is none.</param>
public sealed record CallEnded(
    [property: Required(ErrorMessage = "请填写结束时间 at。")] DateTimeOffset? At,
    [property: MaxLength(200, ErrorMessage = "录音索引 recording 不能超过 200 个字符。")] string? Recording);

/// <summary>Where a call stands after an event.</summary>
/// <param name="Href">The agent's page of it, to be opened when the telephone rings.</param>
/// <param name="OrderId">The order that was made of it; null before, and of an invalid call.</param>
public sealed record CallStanding(Guid Id, string CallId, CallState State, CallOutcome? Outcome, DateTimeOffset RingingAt, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, string Agent, Guid? OrderId, string Href, int Version)
{
    internal static CallStanding Of(HotlineCall c, string root) => new(c.Id, c.CallId, c.State, c.Outcome, c.RingingAt, c.AnsweredAt, c.EndedAt, c.AgentName, c.OrderId, root + c.Href, c.Trail.Count);
}
