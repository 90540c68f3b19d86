using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Filing;

/// <summary>收件日 of an online filing: the day itself until the office closes, else the next working day (ruling 38). Said before submit, never after.</summary>
internal static class FilingDay
{
    // the usual hours of offices in Guangdong
    private static readonly OfficeHours Hours = new(new(8, 30), new(17, 30));

    public static DateOnly Of(LegalClock clock, DateTimeOffset now) => clock.DayOfReceipt(now, Hours);

    /// <summary>What the applicant is told when the day of receipt is not today; null when it is.</summary>
    public static string? Words(LegalClock clock, DateTimeOffset now) => Of(clock, now) is var day && day == ChinaTime.DateOf(now)
        ? null
        : $"现在不是办公时间。您可以照常提交，申请按 {Dates.DayWithWeekday(day)} 收件，办理时限从受理后起算。";
}
