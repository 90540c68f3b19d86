using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Cases.Hearings;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Tests.Cases.Histories;

/// <summary>Whatever is tried on a case, by whomever and in whatever order.</summary>
public sealed class CaseHistoryTests
{
    private const int Histories = 8000;

    // each compares all that can be seen of a case at every step
    private const int Close = 500;

    private static readonly Gen<Attempt> One = Gen.Select(Gen.Int[0, 999], Gen.Int[0, 9], Gen.Int[0, 30], Gen.Int[0, 119], Gen.Int[0, 9],
        (act, who, days, die, sense) => new Attempt(act, who, days > 12 ? 0 : days, die, sense > 1));

    private static readonly Gen<Attempt[]> Some = One.Array[8, 70];

    private static readonly Gen<Opening> Start = Gen.Select(
        Gen.Select(Gen.Int[0, 430], Gen.Int[0, 25], Gen.Enum<DayKind>(), Gen.Int[0, 30]),
        Gen.Select(Gen.Int[0, 2], Gen.Bool, Gen.Bool, Gen.Int[0, 60]),
        (time, shape) => new Opening(time.Item1, time.Item2, time.Item3, time.Item4, shape.Item1, shape.Item2, shape.Item3, shape.Item4 < 30 ? 0 : shape.Item4));

    private static readonly Dictionary<string, CaseState> States = Enum.GetValues<CaseState>().ToDictionary(s => Label.Of(s));
    private static readonly Dictionary<string, CaseVerb> Verbs = Enum.GetValues<CaseVerb>().ToDictionary(v => Label.Of(v));

    [Fact]
    public void Every_change_of_state_is_a_row_of_the_table_and_rows_and_state_say_the_same()
    {
        var walked = new ConcurrentDictionary<(CaseState, CaseVerb), int>();

        Gen.Select(Start, Some).Sample((start, attempts) => Live(start, attempts, looksClosely: false, (h, from, notes) =>
        {
            foreach (var note in notes.Where(n => n.From is not null && n.To is not null))
            {
                var (at, verb) = (States[note.From!], Verbs[note.Verb]);
                Assert.Equal(from, at);
                Assert.Equal(CaseLifecycle.Table.Table[(at, verb)], States[note.To!]);
                from = States[note.To!];
                walked.AddOrUpdate((at, verb), 1, (_, n) => n + 1);
            }

            Assert.Equal(from, h.Case.State);
            Consistent(h.Case);
        }), iter: Histories);

        // a history that goes nowhere proves nothing: together they walk every row
        Assert.Empty(CaseLifecycle.Table.Table.Keys.Except(walked.Keys));
    }

    [Fact]
    public void A_refused_verb_changes_nothing_and_what_changes_leaves_a_note() =>
        Gen.Select(Start, Some).Sample((start, attempts) => Live(start, attempts, looksClosely: true, (_, _, _) => { }), iter: Close);

    [Fact]
    public void The_deadline_counted_by_hand_from_the_rows_is_always_the_stored_one()
    {
        var moved = new ConcurrentDictionary<string, int>();

        Gen.Select(Start, Some).Sample((start, attempts) => Live(start, attempts, looksClosely: false, (h, _, _) =>
        {
            AsCounted(h);
            Note(moved, h.Case);
        }), iter: Histories);

        Assert.Equal(Wanted, Wanted.Where(moved.ContainsKey));
    }

    private static readonly string[] Wanted = ["stopped", "extended", "resumed", "deemed", "closed while stopped", "told anew", "heard while stopped"];

    /// <summary>Lives one history; what is allowed is given to the look, what is refused must have changed nothing.</summary>
    /// <param name="looksClosely">Whether all that can be seen of the case is compared at each step, which takes its time.</param>
    private static void Live(Opening start, Attempt[] attempts, bool looksClosely, Action<CaseHistory, CaseState, IReadOnlyList<Note>> look)
    {
        var h = new CaseHistory(start);
        byte[] Seen() => looksClosely ? h.Seen : [];
        var seen = Seen();
        foreach (var attempt in attempts)
        {
            h.Pass(attempt.Days);
            var (act, from, noted) = (CaseActs.Of(h, attempt), h.Case.State, h.Case.Trail.Pending.Count);
            if (!Tried(act.Name, () => act.Do(h, attempt), seen, Seen))
            {
                continue;
            }

            if (act.Then is { } then && !Tried(act.Name, () => then(h, attempt), Seen(), Seen))
            {
                return; // the write as a whole is taken back: nothing of it would be saved
            }

            look(h, from, [.. h.Case.Trail.Pending.Skip(noted)]);
            var now = Seen();
            Assert.True(h.Case.Trail.Pending.Count > noted || Told(now) == Told(seen), $"{act.Name} changed the case and left no note: {Apart(seen, now)}");
            seen = now;
        }
    }

    private static bool Tried(string name, Action act, byte[] before, Func<byte[]> seen)
    {
        try
        {
            act();
            return true;
        }
        catch (RuleViolation refused)
        {
            var after = seen();
            Assert.True(before.SequenceEqual(after), $"{name} was refused ({refused.Code}) and yet changed the case: {Apart(before, after)}");
            return false;
        }
    }

    // by which calendar a day was counted is kept without a note while the day stays the same
    private static string Told(byte[] seen) => Regex.Replace(Encoding.UTF8.GetString(seen), "\"CalendarVersion\":\"[^\"]*\"", "");

    private static string Apart(byte[] before, byte[] after)
    {
        var at = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        string Around(byte[] all) => Encoding.UTF8.GetString(all[Math.Max(0, at - 90)..Math.Min(all.Length, at + 90)]);
        return $"…{Around(before)}… became …{Around(after)}…";
    }

    // what a state says and what the rows say is the same
    private static void Consistent(Case c)
    {
        Assert.Equal(c.ClosedOn is not null, c.Outcome is not null);
        Assert.Equal(c.ClosedOn is not null, c.State is not (CaseState.Draft or CaseState.Discarded) && c.State is CaseState.Refused or >= CaseState.Granted and not CaseState.Discarded);
        Assert.Equal(c.Decision is not null, c.DecidedOn is not null);
        Assert.Equal(c.Ending is not null, c.ClosedOn is not null && c.Decision is null);
        Assert.Equal(c.Delivery is not null, c.DeliveredOn is not null);
        Assert.True(c.Suspensions.Where(s => s.EndedOn is null).GroupBy(s => s.OfHearing).All(g => g.Count() == 1) && c.Motions.Count(m => m.IsOpen) <= 1, "two stops or motions at once");
        Assert.Equal(c.Suspensions.LastOrDefault(s => s.EndedOn is null)?.Words, c.Paused);
        Assert.Equal(c.Suspensions.Any(s => s is { OfHearing: true, EndedOn: null }), c is { ClosedOn: null, Hearing.Stage: HearingStage.Requested or HearingStage.Notified });
        Assert.True(c.Decision is null || c.Decision.ById == Guid.Empty || c.Hearing?.Holds(c.DecidedOn!.Value) != true, "decided before the record of the hearing");
        Assert.True(c.AcceptedOn is null || c.TellBy is null, "accepted, and yet to be told of it");
        Assert.True(c.State != CaseState.Delivered || c.OwedFen == 0 || c.Decision is { Granted: false }, "served though unpaid");
        Assert.True(c.Deferrals.Where(d => d.SuppliedOn is null).GroupBy(d => d.Order).All(g => g.Count() == 1), "promised twice for later");
        Assert.DoesNotContain(c.Deferrals, d => d.SuppliedOn is null && c.Materials.Single(m => m.Order == d.Order).IsMet); // nobody owes what is there
        Assert.True(c.Decision is not { Granted: true } || c.Outcome == CaseOutcome.Granted, "granted and counted otherwise");
    }

    private static void AsCounted(CaseHistory h)
    {
        var (c, pencil) = (h.Case, h.Pencil);
        if (c.AcceptedOn is not null)
        {
            Assert.Equal((pencil.Promised(c), pencil.Statutory(c)), (c.Due, c.StatutoryDue));
        }
        else if (c.ClosedOn is null && c.CompleteOn is { } complete)
        {
            Assert.Equal(c.OpenCorrection is { StopsClock: true } ? null : h.Current.After(complete, 5), c.TellBy);
        }

        if (c.DecidedOn is { } decided)
        {
            Assert.Equal(pencil.Consumed(c, decided), c.Consumed);
            Assert.True(c.DeliveredOn is not null || h.Current.After(decided, 10) == c.DeliverBy, "ten days to serve it");
        }
    }

    private static void Note(ConcurrentDictionary<string, int> moved, Case c)
    {
        var now = new (string What, bool Holds)[]
        {
            ("stopped", c.OpenSuspension is not null), ("extended", c.ExtraDays > 0), ("resumed", c.Suspensions.Any(s => s.EndedOn > s.BeganOn)), ("deemed", c.Deemed),
            ("closed while stopped", c.ClosedOn is { } on && c.Suspensions.Any(s => s.EndedOn == on && s.Result.Length == 0)), ("told anew", c.TellBy is not null && c.State == CaseState.Corrected),
            ("heard while stopped", c.Suspensions.Count(s => s.EndedOn is null) == 2),
        };
        foreach (var (what, _) in now.Where(n => n.Holds))
        {
            moved.AddOrUpdate(what, 1, (_, n) => n + 1);
        }
    }
}
