using Yimen.Kernel;

namespace Yimen.Hotline.World;

/// <summary>When a demo world's office did things: at an hour of an earlier day, or today a little while ago.</summary>
internal static class Moments
{
    /// <summary>The moment; never in the future, and never before the day itself has begun: a world made just after midnight does nothing yesterday that belongs to today.</summary>
    public static DateTimeOffset Of(DateOnly day, int hour, DateTimeOffset now, TimeSpan ago)
    {
        if (day < ChinaTime.DateOf(now))
        {
            return ChinaTime.StartOf(day).AddHours(hour);
        }

        var (midnight, lately) = (ChinaTime.StartOf(ChinaTime.DateOf(now)), now - ago);
        return lately < midnight ? midnight : lately;
    }
}
