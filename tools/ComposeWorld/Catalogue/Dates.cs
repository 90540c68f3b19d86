namespace Yimen.ComposeWorld.Catalogue;

/// <summary>When Shaoguan offered its three batches and when lines were published; the days are composed, the years are the report's.</summary>
static class Dates
{
    static readonly DateOnly[] Batches = [new(2019, 6, 20), new(2019, 12, 10), new(2020, 7, 15)];

    static readonly DateOnly LocalFrom = new(2019, 3, 1);

    public static DateOnly Offered(int batch) => Batches[batch - 1];

    /// <summary>Ten to 140 days after the offer; items that no batch contained any day from March 2019 to November 2020.</summary>
    public static DateOnly Published(string key, Offer? offer) => Weekday(offer is null
        ? LocalFrom.AddDays(Stable.Pick(key, 630))
        : offer.OfferedOn.AddDays(10 + Stable.Pick(key, 130)));

    static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
