using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

/// <summary>无效来电情形 — for which a call is no matter (<c>invalid-calls.json</c>).</summary>
internal sealed record InvalidCall(string Code, string Name, DateOnly From, bool NeedsNote = false, DateOnly? Until = null)
{
    private static readonly IReadOnlyList<InvalidCall> All = DataFile.Read<InvalidCall>("invalid-calls");

    public static IReadOnlyList<InvalidCall> On(DateOnly day) => [.. All.Where(r => r.From <= day && (r.Until is null || day <= r.Until))];

    public static IReadOnlyList<Choice> Choices(DateOnly day) => [.. On(day).Select(r => new Choice(r.Code, r.Name))];
}
