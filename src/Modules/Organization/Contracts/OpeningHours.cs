using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Organization.Contracts;

/// <summary>办公时间 — the centre's hours on an ordinary working day, from <see cref="ValidFrom"/> until the next row begins.</summary>
public sealed class HoursRow
{
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day on which they hold; null while no later row follows.</summary>
    public DateOnly? ValidTo { get; internal set; }

    public required TimeOnly MorningFrom { get; set; }

    public required TimeOnly MorningTo { get; set; }

    public required TimeOnly AfternoonFrom { get; set; }

    public required TimeOnly AfternoonTo { get; set; }

    /// <summary>The decision or notice.</summary>
    public required string Source { get; set; }

    /// <summary>工作日 08:30–12:00，14:30–17:30.</summary>
    public string Words => $"工作日 {MorningFrom:HH\\:mm}–{MorningTo:HH\\:mm}，{AfternoonFrom:HH\\:mm}–{AfternoonTo:HH\\:mm}";
}

/// <summary>The centre's opening hours as other rooms may read them.</summary>
public static class OpeningHours
{
    /// <summary>Until a county sets its own: the usual hours of offices in Guangdong.</summary>
    public static readonly OfficeHours Usual = new(new(8, 30), new(17, 30));

    /// <summary>The hours on a day, for <see cref="LegalClock.DayOfReceipt"/>: opening in the morning, closing in the afternoon.</summary>
    public static async Task<OfficeHours> HoursOn(this AppDb db, DateOnly day, CancellationToken ct) =>
        await db.Set<HoursRow>().AsNoTracking().Where(h => h.ValidFrom <= day).OrderByDescending(h => h.ValidFrom).FirstOrDefaultAsync(ct) is { } row
            ? new(row.MorningFrom, row.AfternoonTo)
            : Usual;
}
