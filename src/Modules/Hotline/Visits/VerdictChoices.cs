using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Visits;

/// <summary>The verdicts as forms offer them.</summary>
internal static class VerdictChoices
{
    public static readonly IReadOnlyList<Choice> Attitudes = [.. Enum.GetValues<Attitude>().OrderDescending().Select(a => new Choice(a.ToString(), Label.Of(a)))];

    public static readonly IReadOnlyList<Choice> Results = [.. Enum.GetValues<CallerResult>().Select(r => new Choice(r.ToString(), Label.Of(r)))];
}
