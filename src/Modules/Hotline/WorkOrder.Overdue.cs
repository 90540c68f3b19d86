using Yimen.Hotline.Appraisal;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Hotline;

/// <summary>Where the order stood on a day that is over, read out of its dated rows.</summary>
internal sealed partial class WorkOrder
{
    /// <summary>月末逾期 — the unit's day had passed before the end of a month and no answer of it stood then. Noted once for one span, however many months it lasts.</summary>
    /// <param name="end">The month's last day; it must be over.</param>
    /// <returns>The row to keep; null where there is nothing to note.</returns>
    public OverdueSpan? NoteOverdue(DateOnly end, Act act)
    {
        if (OverdueAt(end) is not { } late)
        {
            return null;
        }

        Trail.Note(act, "月末逾期", null, null, new Change("县办结期限", null, $"{late.Due:yyyy-MM-dd}"), new("月末", null, $"{end:yyyy-MM-dd}"));
        return late;
    }

    private OverdueSpan? OverdueAt(DateOnly end)
    {
        var until = ChinaTime.StartOf(end.AddDays(1));
        var begun = rehandled.Where(r => r.On <= end).MaxBy(r => r.Sequence);
        var next = rehandled.Where(r => r.On > end).MinBy(r => r.Sequence);
        // the closing of this handling, whether it came before the month's end or after it
        var closing = closures.Where(c => c.On >= (begun?.On ?? ReceivedOn) && (next is null || c.On <= next.On)).MinBy(c => c.Sequence);
        // handled again without a closing: the day that held then was overwritten
        var due = closing?.Due ?? (next is null ? Due : null);
        // answered in this handling and not sent back by then: the unit is not waited for
        var answered = replies.Exists(r => r.At < until && r.At >= (begun?.At ?? ReceivedAt) && !(r.SentBackAt < until));
        // given back by then, or not dispatched yet: it lay with the office
        var unit = dispatches.Where(d => d.On <= end && (d.EndedOn is not { } on || on > end)).MaxBy(d => d.At)?.Unit;
        return due < end && unit is not null && MasterId is null && ReceivedOn <= end && !(ClosedOn <= end) && !(closing?.On <= end) && !answered
            ? new OverdueSpan { OrderId = Id, Round = begun?.Sequence ?? 0, Unit = unit, Due = due.Value, On = end }
            : null;
    }
}
