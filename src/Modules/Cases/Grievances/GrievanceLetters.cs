using Yimen.Kernel;
using Yimen.Platform.Delivery;

namespace Yimen.Cases.Grievances;

/// <summary>Tells whoever complained that it was answered, or why it was not taken up: in the account that wrote it, and by SMS. Laid into the outbox in the write of the act.</summary>
internal sealed class GrievanceLetters(Outbox outbox)
{
    public async Task Tell(Grievance g, Act act, CancellationToken ct)
    {
        var subject = g.State == GrievanceState.Closed ? "您反映的事已有答复" : "您的反映未予登记";
        var body = $"{subject}（反映编号 {g.Number}）。{(g.State == GrievanceState.Closed ? "答复" : "原因和应当找哪里")}可以凭编号和查询码在“办不成事反映”查看，也可以到任一窗口了解。";
        if (g.AccountId is { } account)
        {
            await outbox.Add(act, Letter.ToAccount(account, subject, body) with { Matter = g.Ref, Href = $"{MyGrievances.Here}/{g.Id}" }, ct);
        }

        await outbox.Add(act, Letter.Sms(g.Phone, subject, body) with { Matter = g.Ref }, ct);
    }
}
