using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Channels;

/// <summary>How the urgent contact of an order stands, and every attempt.</summary>
/// <param name="Said">Who is waited for until when, or who acknowledged.</param>
public sealed record AttemptsView(string State, Tone Tone, string Said, IReadOnlyList<AttemptRow> Rows, string? AcknowledgeHref, string? LogHref)
{
    internal static AttemptsView? Of(IReadOnlyList<UrgentContact> contacts, DateOnly today, bool mayAcknowledge, bool mayLog)
    {
        if (contacts.MaxBy(c => c.BeganAt) is not { } last)
        {
            return null;
        }

        var rows = contacts.OrderByDescending(c => c.BeganAt).SelectMany(c => c.Attempts.OrderByDescending(a => a.Sequence));
        return new(Label.Of(last.State), ToneOf(last.State), SaidOf(last, today), [.. rows.Select(AttemptRow.Of)],
            last.IsOpen && mayAcknowledge ? $"/desk/orders/{last.OrderId}/acknowledgement" : null, mayLog && LogCalls.Waits(last) ? $"/desk/orders/{last.OrderId}/phone-log" : null);
    }

    internal static Tone ToneOf(UrgentState state) => state switch { UrgentState.Acknowledged => Tone.Good, UrgentState.Unanswered => Tone.Bad, UrgentState.Calling => Tone.Warn, _ => Tone.Neutral };

    private static string SaidOf(UrgentContact c, DateOnly today) => c.State switch
    {
        UrgentState.Calling => $"等待{Label.Of(c.Post)}{c.Attempts.LastOrDefault(a => a.Post == c.Post)?.Person}答复，{Dates.ShortMoment(c.Until, today)} 没有答复就转下一位",
        UrgentState.Unanswered => "各位联络人都没有答复，由热线办继续联系",
        _ => $"{Dates.ShortMoment(c.EndedAt!.Value, today)} {c.EndedByName}　{c.EndedHow}",
    };
}

public sealed record AttemptRow(DateTimeOffset At, string Post, string Person, string Way, string Result, Tone Tone, string Words)
{
    internal static AttemptRow Of(ContactAttempt a) => new(a.At, Label.Of(a.Post), a.Person, Label.Of(a.Way), Label.Of(a.Result), a.Result switch
    {
        AttemptResult.Sent or AttemptResult.Confirmed => Tone.Good,
        AttemptResult.Laid or AttemptResult.ToCall => Tone.Active,
        AttemptResult.Failed or AttemptResult.NotReached => Tone.Bad,
        AttemptResult.Unconfirmed or AttemptResult.Away => Tone.Warn,
        _ => Tone.Neutral,
    }, string.Join("　", new[] { a.Words, a.ByName }.Where(w => w.Length > 0)));
}
