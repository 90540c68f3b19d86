using System.Text.RegularExpressions;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge;

/// <summary>States and days as pages show them.</summary>
internal static partial class Words
{
    public const string Expired = "已过期";

    public static string Day(DateOnly? day, string none) => day is { } given ? Dates.Day(given) : none;

    /// <summary>What an entry is called on a day: its state or, though in use, that its days have run out or have not begun.</summary>
    public static (string Text, Tone Tone) Standing(ArticleState state, DateOnly from, DateOnly? to, DateOnly today) => state switch
    {
        ArticleState.Live when to < today => (Expired, Tone.Bad),
        ArticleState.Live when from > today => ("未到生效日", Tone.Warn),
        ArticleState.Live => (Label.Of(state), Tone.Good),
        ArticleState.TakenDown => (Label.Of(state), Tone.Paused),
        _ => (Label.Of(state), Tone.Neutral),
    };

    public static Tone ToneOf(ArticleVersionState state) => state switch
    {
        ArticleVersionState.Published => Tone.Good,
        ArticleVersionState.UnitReview or ArticleVersionState.HotlineReview => Tone.Warn,
        ArticleVersionState.Editing => Tone.Active,
        _ => Tone.Neutral,
    };

    public static long? VersionFrom(string? text) => long.TryParse(text, out var version) ? version : null;

    /// <summary>One line of at most <paramref name="most"/> characters, with long numbers made unreadable: what strangers type may hold whose they are.</summary>
    public static string WithoutNumbers(string? text, int most)
    {
        var line = LongNumber().Replace((text ?? "").ReplaceLineEndings(" ").Trim(), m => new string('*', m.Length));
        return line.Length > most ? line[..most] : line;
    }

    /// <summary>A text's paragraphs.</summary>
    public static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static string Excerpt(string answer, int most = 80)
    {
        var line = string.Join(' ', Lines(answer));
        return line.Length > most ? line[..most] + "…" : line;
    }

    // a telephone, a resident id, an account, however it was grouped
    [GeneratedRegex(@"\d(?:[\s\-]?\d){6,}[xX]?")]
    private static partial Regex LongNumber();
}
