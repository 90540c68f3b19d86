using Yimen.Cases.Contracts;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Pickup;

public sealed record ParcelRow(Guid Id, ParcelWay Way, string Number, DateOnly SentOn, DateOnly? DeliveredOn);

/// <summary>What a case's page shows of the result's way out.</summary>
public sealed record CasePickupView(Guid CaseId, string? Taker, string? SignatureHref, IReadOnlyList<ParcelRow> Parcels, bool CanHandOut, bool CanPost)
{
    internal static CasePickupView Of(Case c, Visitor visitor, PermissionTable table)
    {
        var may = visitor.May(table, CasePermissions.Deliver, c.Unit, c.Area);
        var taker = c.HandOut is { } h ? $"{h.Name}（{h.Number}，{(h.CardRead ? "已读卡" : "未读卡")}）领取{(h.IsProxy ? $"，代领，{h.Basis}" : "")}。" : null;
        return new(c.Id, taker, c.HandOut?.SignatureId is null ? null : $"/desk/cases/{c.Id}/pickup/signature", [.. c.Parcels.OrderBy(p => p.SentOn).Select(p => new ParcelRow(p.Id, p.Way, p.Number, p.SentOn, p.DeliveredOn))],
            may && c.Can(CaseVerb.Deliver), may && c.State is not (CaseState.Delivered or CaseState.Archived or CaseState.Draft));
    }
}
