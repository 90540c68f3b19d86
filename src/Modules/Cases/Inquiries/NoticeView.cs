using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Cases.Inquiries;

/// <summary>What the 一次性告知单 says of an item: conditions, materials, limits, fees, where and when, whom to ask.</summary>
public sealed record NoticeView
{
    /// <summary>The reader goes on with the next in the queue.</summary>
    public bool AtCounter { get; init; }

    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Item { get; init; }

    public required int ItemVersion { get; init; }

    public required string Unit { get; init; }

    public required string Conditions { get; init; }

    public required IReadOnlyList<NoticeMaterial> Materials { get; init; }

    public required string Promised { get; init; }

    public required string Statutory { get; init; }

    public required string Fees { get; init; }

    public required IReadOnlyList<NoticeWindow> Windows { get; init; }

    public required string ConsultPhone { get; init; }

    public required string SupervisePhone { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Clerk { get; init; }

    public required string Window { get; init; }

    /// <summary>Where the guide stands, for the phone's camera.</summary>
    public required string Guide { get; init; }

    /// <summary>The port of this computer's device bridge, whose receipt printer may print the roll.</summary>
    public int Bridge { get; init; }

    /// <summary>On A4 instead of the 80 mm roll.</summary>
    public bool Sheet { get; init; }

    /// <summary>Printed by script as soon as it is shown.</summary>
    public bool PrintNow { get; init; }

    /// <summary>The clerk looked through what was brought along.</summary>
    public bool Checked => Materials.Any(m => m.Missing);
}

public sealed record NoticeMaterial(string Name, string Need, int Copies, string Standard, bool Missing);

public sealed record NoticeWindow(string Name, string Place, string Hours, string Phone);

/// <summary>Reads what an inquiry told, by the version that stood then.</summary>
internal static class NoticeReading
{
    private const int MostWindows = 3;

    public static async Task<NoticeView> NoticeOf(this AppDb db, Inquiry inquiry, string guide, CancellationToken ct)
    {
        var version = await db.ItemVersionRefs.AsNoTracking().FirstAsync(v => v.Id == inquiry.VersionId, ct);
        var unit = await db.UnitRefs.AsNoTracking().FirstAsync(u => u.Id == inquiry.Unit, ct);
        var content = version.Content;
        return new()
        {
            Id = inquiry.Id, Number = inquiry.Number, Item = inquiry.ItemName, ItemVersion = version.Number, Unit = unit.Name, Conditions = content.Conditions,
            Materials = [.. content.Materials.Select((m, i) => new NoticeMaterial(m.Name, m.Need, m.Copies, m.Standard, inquiry.Missing.Contains(i + 1)))],
            Promised = Limit(content.Promised, "未承诺"), Statutory = Limit(content.Statutory, "无规定"),
            Fees = content.Fees.Count == 0 ? "不收费" : string.Join('；', content.Fees.Select(f => $"{f.Name} {f.Standard}")),
            Windows = await Windows(db, inquiry, ct), ConsultPhone = Either(content.ConsultPhone, unit.ConsultPhone), SupervisePhone = Either(content.SupervisePhone, unit.SupervisePhone),
            At = inquiry.AskedAt, Clerk = inquiry.ByName, Window = inquiry.Window, Guide = guide,
        };
    }

    private static Task<List<NoticeWindow>> Windows(AppDb db, Inquiry inquiry, CancellationToken ct) => (
        from b in db.WindowBindingRefs.AsNoTracking()
        where b.ItemId == inquiry.ItemId && b.From <= inquiry.AskedOn && (b.To == null || b.To > inquiry.AskedOn)
        join w in db.WindowRefs on b.Window equals w.Code
        orderby w.Code == inquiry.Window descending, w.Kind, w.Code
        select new NoticeWindow(w.Code + " " + w.Name, w.Place, w.Hours, w.Phone)).Take(MostWindows).ToListAsync(ct);

    private static string Limit(Limit? limit, string none) => limit is null ? none : limit.Days == 0 ? "当场办结" : limit.Period.ToString();

    private static string Either(string own, string other) => own.Length > 0 ? own : other;
}
