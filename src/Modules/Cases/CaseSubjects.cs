using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Limits;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Limits;

namespace Yimen.Cases;

/// <summary>The item and the version that a case is about.</summary>
internal sealed record CaseSubject(ItemRef Item, ItemVersionRef Version, IReadOnlyList<DatedLimit> Limits)
{
    public CaseLimits LimitsOn(DateOnly day) => CaseLimitTable.The.At(Limits, day);

    /// <summary>The last day to tell whether what was complete on a day is accepted.</summary>
    public DateOnly TellBy(LegalClock clock, DateOnly complete) => LimitsOn(complete).TellBy(clock, complete);

    /// <summary>Why nothing can be filed for it here, through whatever door; null when it can.</summary>
    public RuleViolation? Closed => Item.State switch
    {
        ItemState.Suspended => new("item-suspended", "该事项已暂停办理，恢复之前不能受理申请。"),
        ItemState.Cancelled => new("item-cancelled", "该事项已取消，不再受理申请。"),
        not ItemState.InForce => new("item-not-in-force", "该事项目前没有在用，暂不能受理申请。"),
        _ when Version.HandledIn != HandledIn.Here => new("handled-elsewhere", $"该事项在{Label.Of(Version.HandledIn)}办理，不在本系统受理。"),
        _ => null,
    };

    /// <summary>Why it cannot be filed online; null when it can.</summary>
    public RuleViolation? ClosedOnline => Closed ?? (Version.Online ? null : new("not-online", "该事项目前不能网上申请，请带齐材料到窗口办理。"));
}

internal static class CaseSubjects
{
    /// <summary>The item in force with its current version.</summary>
    /// <exception cref="NotThere">No such item, or it was never published.</exception>
    public static async Task<CaseSubject> SubjectOf(this AppDb db, Guid itemId, CancellationToken ct)
    {
        var found = await (
            from i in db.ItemRefs
            where i.Id == itemId
            join v in db.ItemVersionRefs on i.Current equals v.Id
            select new { Item = i, Version = v }).FirstOrDefaultAsync(ct);
        return found is null ? throw new NotThere() : new(found.Item, found.Version, await CaseLimitTable.The.All(db, ct));
    }
}
