using System.Globalization;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Reminders;

namespace Yimen.Hotline.Kpi;

/// <summary>Once counted: in which period, for which unit (empty where none had it), what, and how often; less than zero takes off.</summary>
internal readonly record struct TallyLine(int Period, string Unit, KpiMeasure Measure, int Times);

/// <summary>All that one order is counted for, by its dated rows: the same days and conditions as <see cref="OrderFigures"/>, in months and in years.</summary>
internal sealed record OrderTally(string Type, string Area, IReadOnlyList<TallyLine> Lines)
{
    public static OrderTally Of(OrderFacts o) => new(o.Type.ToString(), o.Town, [.. LinesOf(o).GroupBy(l => (l.Period, l.Unit, l.Measure)).Select(g => new TallyLine(g.Key.Period, g.Key.Unit, g.Key.Measure, g.Sum(l => l.Times))).Where(l => l.Times != 0)]);

    /// <summary>Type, area, then for each period and unit what it counts; parted by semicolons and blanks, a minus takes off, what counts twice stands twice.</summary>
    public string Text => string.Join(';', [Type, Area, .. Lines.GroupBy(l => (l.Period, l.Unit)).Select(g => string.Join(' ', [Number(g.Key.Period), g.Key.Unit, .. g.SelectMany(l => Enumerable.Repeat(Number(Math.Sign(l.Times) * (int)l.Measure), Math.Abs(l.Times)))]))]);

    public static OrderTally Parse(string text)
    {
        var parts = text.Split(';');
        return new(parts[0], parts[1], [.. parts[2..].Select(p => p.Split(' ')).SelectMany(w => w[2..].Select(m => Number(m)).Select(m => new TallyLine(Number(w[0]), w[1], (KpiMeasure)Math.Abs(m), Math.Sign(m))))]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<TallyLine> LinesOf(OrderFacts o) => Dated(o).SelectMany(d => new[] { KpiPeriod.MonthOf(d.On), KpiPeriod.YearOf(d.On) }.Select(p => new TallyLine(p, d.Unit, d.Measure, 1)))
        .Concat(Stocks(o, KpiPeriod.MonthOf)).Concat(Stocks(o, KpiPeriod.YearOf));

    // what simply happened on a day
    private static IEnumerable<(DateOnly On, string Unit, KpiMeasure Measure)> Dated(OrderFacts o) =>
    [
        .. Received(o).Select(m => (o.ReceivedOn, o.Unit, m)),
        .. o.Dispatches.SelectMany(d => Both(d, KpiMeasure.Dispatched, (d.InTime, KpiMeasure.SignedInTime))),
        .. (o.Follows ? [] : o.Closures).SelectMany(c => Both(c, KpiMeasure.Closed, (c.InTime, KpiMeasure.ClosedInTime), (c.Early, KpiMeasure.ClosedEarly))),
        .. o.Visits.SelectMany(v => Both(v, KpiMeasure.Rated, (v.Attitude >= Attitude.Satisfied, KpiMeasure.Satisfied), (v.Attitude == Attitude.Fair, KpiMeasure.Fair), (v.Attitude <= Attitude.Dissatisfied, KpiMeasure.Dissatisfied),
            (v.Result == CallerResult.Solved, KpiMeasure.Solved), (v.Said == UnitOutcome.Solved, KpiMeasure.SaidSolved), (v.Said == UnitOutcome.Solved && v.Result != CallerResult.Solved, KpiMeasure.SaidSolvedOnly))),
        .. o.Rehandlings.SelectMany(r => Both(r, KpiMeasure.Rehandled)),
        .. o.Returns.SelectMany(r => Both(r, KpiMeasure.Returned)),
        .. o.Reminders.SelectMany(r => Both(r, r.Level == ReminderLevel.Criticism ? KpiMeasure.Criticised : KpiMeasure.Supervised)),
    ];

    private static IEnumerable<KpiMeasure> Received(OrderFacts o)
    {
        var consultation = o.Type == OrderType.Consultation;
        (bool If, KpiMeasure Then)[] all = [(true, KpiMeasure.Received), (!o.Follows, KpiMeasure.Masters), (consultation, KpiMeasure.Consultations), (consultation && o.DirectAnswer, KpiMeasure.AnsweredAtOnce), (o.DirectAnswer, KpiMeasure.Direct)];
        return all.Where(m => m.If).Select(m => m.Then);
    }

    private static IEnumerable<(DateOnly, string, KpiMeasure)> Both(DatedFact fact, KpiMeasure always, params (bool If, KpiMeasure Then)[] some) =>
        some.Where(s => s.If).Select(s => s.Then).Prepend(always).Select(m => (fact.On, fact.Unit, m));

    // what depends on where a period begins and ends
    private static IEnumerable<TallyLine> Stocks(OrderFacts o, Func<DateOnly, int> period)
    {
        TallyLine Line(int of, KpiMeasure measure, int times = 1) => new(of, o.Unit, measure, times);
        var closed = o.Closures.Count == 0 ? (int?)null : period(o.Closures.Min(c => c.On));
        var gone = o.ReturnedOn is { } day ? period(day) : (int?)null;
        if (!o.Follows)
        {
            var (begins, ends) = (period(o.ReceivedOn), Math.Min(closed is { } c ? KpiPeriod.After(c) : int.MaxValue, gone ?? int.MaxValue));
            if (ends > begins)
            {
                yield return Line(begins, KpiMeasure.Waiting);
                if (ends < int.MaxValue)
                {
                    yield return Line(ends, KpiMeasure.Waiting, -1);
                }
            }

            if (closed is { } first && !(gone <= first))
            {
                yield return Line(first, KpiMeasure.WaitingClosed);
            }
        }

        foreach (var told in o.HasPhone ? o.ReleasedOn.Select(period).Distinct() : [])
        {
            yield return Line(told, KpiMeasure.ToVisit);
            if (o.Visits.Any(v => period(v.On) >= told))
            {
                yield return Line(told, KpiMeasure.Visited);
            }
        }
    }
}
