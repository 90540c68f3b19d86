using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Delivery;

namespace Yimen.Hotline;

/// <summary>Tells a caller of the county's own doors that the order was answered. What came from the city is told by the city. Laid into the outbox in the write of the act.</summary>
internal sealed class OrderLetters(Outbox outbox)
{
    public async Task Tell(WorkOrder o, Act act, CancellationToken ct)
    {
        if (o.Source == OrderSource.City || !(o.State == OrderState.FollowUp || (o.State == OrderState.Closed && o.DirectAnswer)))
        {
            return;
        }

        var body = $"您反映的事已有答复（工单编号 {o.Number}）。请凭编号和查询码 {o.QueryCode} 在“诉求进度”查看答复，并评价办理态度和结果。";
        if (o.AccountId is { } account)
        {
            await outbox.Add(act, Letter.ToAccount(account, "您反映的事已有答复", body) with { Matter = o.Ref, Href = $"/orders/progress?number={o.Number}" }, ct);
        }

        await outbox.Add(act, Letter.Sms(o.Requester.Phone, "您反映的事已有答复", body) with { Matter = o.Ref, DedupeKey = $"order/{o.Id}/answered/{o.Rehandlings}" }, ct);
    }
}
