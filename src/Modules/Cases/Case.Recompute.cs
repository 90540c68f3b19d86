using Yimen.Cases.Limits;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>What follows from a changed calendar.</summary>
internal sealed partial class Case
{
    /// <summary>重算期限 — after the calendar changed, whatever still runs is counted anew: telling, answering, deciding, serving. What moved is journaled.</summary>
    /// <param name="limits">The limits in force on a day.</param>
    /// <returns>Whether a day moved.</returns>
    public bool Recompute(LegalClock clock, Func<DateOnly, CaseLimits> limits, Act act)
    {
        var before = Days();
        if (AcceptedOn is not null && ClosedOn is null)
        {
            SetDue(clock);
        }

        TellBy = TellBy is null ? null : limits(CompleteOn!.Value).TellBy(clock, CompleteOn.Value);
        DeliverBy = DeliverBy is null || DeliveredOn is not null ? DeliverBy : clock.Due(DecidedOn!.Value, limits(DecidedOn.Value).Days(CaseLimitCode.Delivery));
        if (OpenCorrection is { } open)
        {
            var asked = ChinaTime.DateOf(open.At);
            open.AnswerBy = clock.Due(asked, limits(asked).Days(CaseLimitCode.CorrectionAnswer))!.Value;
        }

        if (Hearing is { RecordedOn: null } hearing && ClosedOn is null)
        {
            hearing.RequestBy = hearing.LastToAsk(clock, on => limits(on).Days(CaseLimitCode.HearingRequest));
            hearing.HoldBy = hearing.RequestedOn is { } asked ? clock.Due(asked, limits(asked).Days(CaseLimitCode.HearingHeld)) : null;
        }

        var moved = before.Zip(Days()).Where(d => d.First.Day != d.Second.Day).Select(d => new Change(d.First.Name, $"{d.First.Day:yyyy-MM-dd}", $"{d.Second.Day:yyyy-MM-dd}")).ToList();
        if (moved.Count > 0)
        {
            Trail.Note(act, "重算期限", null, null, moved);
        }

        return moved.Count > 0;
    }

    private (string Name, DateOnly? Day)[] Days() =>
        [("告知期限", TellBy), ("补正期限", OpenCorrection?.AnswerBy), ("承诺办结日", Due), ("法定办结日", StatutoryDue), ("送达期限", DeliverBy), ("申请听证期限", Hearing?.RequestBy), ("组织听证期限", Hearing?.HoldBy)];
}
