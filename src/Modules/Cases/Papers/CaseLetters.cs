using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Delivery;
using Yimen.Platform.Documents;

namespace Yimen.Cases.Papers;

/// <summary>Says to the applicant what was written: in the account that filed, and by SMS to the phone on the application. Laid into the outbox in the write of the act.</summary>
internal sealed class CaseLetters(Outbox outbox)
{
    public Task Tell(Case c, DocumentRecord issued, string subject, Act act, CancellationToken ct) =>
        Tell(c, subject, $"{subject}（{c.ItemName}）。{issued.KindName}可以在“我的办件”查看，也可以凭受理编号和查询码在“进度查询”了解。", $"/my/cases/{c.Id}", act, ct);

    /// <summary>To somebody who is not the applicant and has no account here.</summary>
    public Task TellParty(Case c, Sealed phone, string subject, string body, Act act, CancellationToken ct) => outbox.Add(act, Letter.Sms(phone, subject, body) with { Matter = c.Ref }, ct);

    /// <param name="href">Where the applicant reads on, once signed in.</param>
    public async Task Tell(Case c, string subject, string body, string href, Act act, CancellationToken ct)
    {
        if (c.AccountId is { } account)
        {
            await outbox.Add(act, Letter.ToAccount(account, subject, body) with { Matter = c.Ref, Href = href }, ct);
        }

        await outbox.Add(act, Letter.Sms(c.Applicant.Phone, subject, $"{body}受理编号 {c.Number}。") with { Matter = c.Ref }, ct);
    }
}
