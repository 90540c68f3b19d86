using Yimen.Cases.Contracts;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;

namespace Yimen.Cases.World;

/// <summary>How far a case has come.</summary>
internal enum Reach
{
    Draft,
    Filed,
    Accepted,
    Reviewing,
    Proposed,
    Decided,
    Delivered,
}

/// <summary>What is to become of one case: for what, through which door, until where, on which days.</summary>
internal sealed record Plan(int N, Offer Offer, WindowRef? Window, Reach Reach, bool Grant, DateTimeOffset Filed, DateTimeOffset Accepted, DateTimeOffset Reviewed, DateTimeOffset Decided, DateTimeOffset Delivered)
{
    private const int Cases = 320;
    private const int Seed = 20201231;
    private const int DaysBack = 40; // working days: some sixty of the calendar

    /// <summary>Every plan, the same for the same catalogue and day. Acts lie on working days before today, within office hours.</summary>
    public static IEnumerable<Plan> All(Counter counter, LegalClock clock, DateTimeOffset now)
    {
        var random = new Random(Seed);
        var today = ChinaTime.DateOf(now);
        for (var n = 0; n < Cases; n++)
        {
            var offer = counter.Subjects[random.Next(counter.Subjects.Count)];
            offer = Disputed(counter, n) ?? offer;
            var window = Door(counter, offer, random);
            var reach = window is null && n % 9 == 0 ? Reach.Draft : ReachOf(n);
            yield return Of(n, offer, window, reach, new Days(clock, today, random));
        }
    }

    // among those under review a few over which neighbours quarrel, so that there is something to hear
    private static Offer? Disputed(Counter counter, int n) => n % 60 != 3 ? null
        : counter.Subjects.Where(o => o.Subject.Version.AcceptMode != AcceptMode.OnePerson && Dispute.Of(o.Subject.Item) is not null).ElementAtOrDefault(n / 60);

    private static Plan Of(int n, Offer offer, WindowRef? window, Reach reach, Days days)
    {
        var promised = Math.Max(1, offer.Subject.Version.Content.Promised?.Days ?? 0);
        var accepted = reach switch
        {
            Reach.Draft or Reach.Filed => days.Back(1 + days.Next(3)),
            Reach.Accepted or Reach.Reviewing or Reach.Proposed => days.Back(Age(n, promised, days)),
            _ => days.Back(promised + 2 + days.Next(Math.Max(3, DaysBack - promised))),
        };
        var span = n % 29 == 0 ? promised + 1 : days.Next(promised); // a few are late
        var decided = days.After(accepted, reach >= Reach.Decided ? Math.Min(span, days.Between(accepted)) : 0);
        var delivered = days.After(decided, Math.Min(days.Next(4), days.Between(decided)));
        var minute = n * 7 % 50;
        return new(n, offer, window, reach, n % 13 != 5, Days.At(accepted, 9, minute), Days.At(accepted, 10, minute), Days.At(decided, 11, minute), Days.At(decided, 15, minute), Days.At(delivered, 16, minute));
    }

    // of the open ones some are overdue, some due today, most in time
    private static int Age(int n, int promised, Days days) => (n % 10) switch { 0 => promised + 1 + days.Next(3), 1 or 2 => promised, _ => 1 + days.Next(Math.Max(1, promised - 1)) };

    private static Reach ReachOf(int n) => (n % 20) switch
    {
        0 or 1 => Reach.Filed,
        2 => Reach.Accepted,
        3 or 4 => Reach.Reviewing,
        5 or 6 => Reach.Proposed,
        7 or 8 => Reach.Decided,
        _ => Reach.Delivered,
    };

    private static WindowRef? Door(Counter counter, Offer offer, Random random)
    {
        var open = offer.Windows.Where(w => counter.Clerk(w) is not null).ToList();
        var online = offer.Subject.Version.Online && offer.Subject.Version.AcceptMode != AcceptMode.OnePerson && counter.Citizens.Count > 0;
        return online && random.Next(100) < 30 ? null : open[random.Next(open.Count)];
    }
}

/// <summary>Working days around today.</summary>
internal sealed class Days(LegalClock clock, DateOnly today, Random random)
{
    public int Next(int below) => random.Next(Math.Max(1, below));

    /// <summary>So many working days before today; never today itself, so that no act lies in the future.</summary>
    public DateOnly Back(int days)
    {
        var day = today;
        for (var left = Math.Max(1, days); left > 0;)
        {
            day = day.AddDays(-1);
            left -= clock.Calendar.IsWorkday(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>How many working days lie between a day and yesterday.</summary>
    public int Between(DateOnly from) => Math.Max(0, clock.Calendar.WorkdaysBetween(from, today.AddDays(-1)));

    public DateOnly After(DateOnly from, int days) => days <= 0 ? from : clock.Calendar.AddWorkdays(from, days);

    public static DateTimeOffset At(DateOnly day, int hour, int minute) => ChinaTime.StartOf(day).AddHours(hour).AddMinutes(minute);
}
