using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Filing;

/// <summary>收件日 of an online filing: the day itself until the office closes, else the next working day (ruling 38). Said before submit, never after.</summary>
internal static class FilingDay
{
    public static async Task<DateOnly> Of(AppDb db, LegalClock clock, DateTimeOffset now, CancellationToken ct) =>
        clock.DayOfReceipt(now, await db.HoursOn(ChinaTime.DateOf(now), ct));

    /// <summary>What the applicant is told when the day of receipt is not today; null when it is.</summary>
    public static async Task<string?> Words(AppDb db, LegalClock clock, DateTimeOffset now, CancellationToken ct) =>
        await Of(db, clock, now, ct) is var day && day == ChinaTime.DateOf(now)
            ? null
            : $"现在不是办公时间。您可以照常提交，申请按 {Dates.DayWithWeekday(day)} 收件，办理时限从受理后起算。";
}
