using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Yimen.Kernel;

namespace Yimen.Platform.Ui;

/// <summary>
/// The small parts as plain markup, drawn by a function: a list holds one in every other cell, and a component for each cost more than the rest of the page.
/// The components of the same names draw themselves with these.
/// </summary>
public static class Markup
{
    // or 张三 becomes entities
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    extension(Frame frame)
    {
        /// <summary>Word, shape and colour; never colour alone.</summary>
        public MarkupString Tag(string text, Tone tone = Tone.Neutral) => new($"<span class=\"tag {Tones.Class(tone)}\">{frame.Icon(Tones.Shape(tone))}{Text(text)}</span>");

        /// <summary>An instant for people and for machines.</summary>
        public MarkupString When(DateTimeOffset at, bool relative = false) =>
            new($"<time datetime=\"{ChinaTime.Local(at):yyyy-MM-ddTHH:mm:sszzz}\" title=\"{Dates.Moment(at)}\">{(relative ? Dates.Relative(at, frame.Now) : Dates.ShortMoment(at, frame.Today))}</time>");

        /// <summary>剩 3 个工作日 · 5月9日; opens the day-by-day explanation.</summary>
        public MarkupString Deadline(DeadlineView view)
        {
            var (kind, words) = ("deadline " + Tones.Class(view.Tone), $"{frame.Icon(view.State == DeadlineState.Running ? "clock" : Tones.Shape(view.Tone))}{Text(view.Words(frame.Today))}");
            return new(view.Href is null ? $"<span class=\"{kind}\">{words}</span>" : $"<a class=\"{kind}\" href=\"{Text(frame.Href(view.Href))}\" title=\"查看逐日计算\">{words}</a>");
        }
    }

    /// <summary>The lines of a list to choose from, the chosen one marked.</summary>
    internal static MarkupString Options(IEnumerable<Choice> choices, string? chosen)
    {
        var lines = new StringBuilder();
        foreach (var choice in choices)
        {
            lines.Append("<option value=\"").Append(Text(choice.Value)).Append(choice.Value == chosen ? "\" selected>" : "\">").Append(Text(choice.Label)).Append("</option>");
        }

        return new(lines.ToString());
    }

    private static string Text(string text) => Encoder.Encode(text);
}
