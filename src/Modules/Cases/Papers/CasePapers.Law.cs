using Yimen.Cases.Correction;
using Yimen.Cases.Motions;
using Yimen.Kernel;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Papers;

/// <summary>The law's notices: each numbered and sealed in the write of its act, and told to the applicant.</summary>
internal sealed partial class CasePapers
{
    private static readonly DocumentKind Correction = new("case-correction", "一次性补正材料告知书", "补");
    private static readonly DocumentKind LateCorrection = new("case-correction-late", "审查阶段补正通知书", "补");
    private static readonly DocumentKind Refusal = new("case-refusal", "不予受理通知书", "不受");
    private static readonly DocumentKind Special = new("case-special", "特别程序告知书", "特");
    private static readonly DocumentKind Hold = new("case-hold", "暂停计时告知书", "特");
    private static readonly DocumentKind Extension = new("case-extension", "延期告知书", "延");
    private static readonly DocumentKind Termination = new("case-termination", "终止办理通知书", "终");
    private static readonly DocumentKind HearingRight = new("case-hearing-right", "听证权利告知书", "听");
    private static readonly DocumentKind HearingNotice = new("case-hearing-notice", "听证通知书", "听");
    private static readonly DocumentKind HearingRecord = new("case-hearing-record", "听证笔录", "听");
    private static readonly DocumentKind Service = new("case-service", "送达回证", "送");

    public async Task TellCorrection(Case c, CaseCorrection asked, Act act, CancellationToken ct)
    {
        var about = await About(c, ct);
        var kind = c.State == Contracts.CaseState.Reviewing ? LateCorrection : Correction;
        var issued = Issue(c, kind, () => LawWording.Correction(c, asked, kind.Name, about, act.Today), act);
        asked.DocumentId = issued.Id;
        await letters.Tell(c, issued, $"您的申请需要补正 {asked.Flaws.Count} 项内容", act, ct);
    }

    public async Task TellRefusal(Case c, Act act, CancellationToken ct)
    {
        var about = await About(c, ct);
        var issued = Issue(c, Refusal, () => LawWording.Refusal(c, about, act.Today), act);
        c.Ending!.DocumentId = issued.Id;
        await letters.Tell(c, issued, "您的申请不予受理", act, ct);
    }

    public async Task TellSuspension(Case c, CaseSuspension suspension, Act act, CancellationToken ct)
    {
        var about = await About(c, ct);
        var issued = Issue(c, suspension.Special ? Special : Hold, () => LawWording.Suspension(c, suspension, about, act.Today), act);
        suspension.DocumentId = issued.Id;
        await letters.Tell(c, issued, $"您的申请进入{suspension.Words}，办理时间暂停计算", act, ct);
    }

    public async Task TellExtension(Case c, Act act, CancellationToken ct)
    {
        var about = await About(c, ct);
        var issued = Issue(c, Extension, () => LawWording.Extension(c, about, act.Today), act);
        c.Extension!.DocumentId = issued.Id;
        await letters.Tell(c, issued, "您的申请延长了办理期限", act, ct);
    }

    public async Task TellTermination(Case c, Act act, CancellationToken ct)
    {
        var about = await About(c, ct);
        var issued = Issue(c, Termination, () => LawWording.Termination(c, about, act.Today), act);
        c.Ending!.DocumentId = issued.Id;
        await letters.Tell(c, issued, "您的申请已终止办理", act, ct);
    }

    /// <summary>送达回证 — made with the service, to be signed and put into the file.</summary>
    public async Task RecordService(Case c, Act act, CancellationToken ct)
    {
        var about = await About(c, ct);
        var served = (await register.OfMatter(c.Ref, ct)).Where(d => d.Id == c.DocumentId).Select(d => $"{d.KindName} {d.Number}").ToList();
        if (c.Certificate is { } certificate)
        {
            served.Add($"{certificate.Name} {certificate.Number}");
        }

        c.Delivery!.DocumentId = Issue(c, Service, () => LawWording.Service(c, served, about, act.Today), act).Id;
    }

    public async Task TellHearing(Case c, Act act, CancellationToken ct)
    {
        var (about, hearing) = (await About(c, ct), c.Hearing!);
        var issued = Issue(c, HearingRight, () => HearingWording.Right(c, hearing, about, act.Today), act);
        hearing.ToldDocumentId = issued.Id;
        await letters.Tell(c, issued, "您可以要求听证", act, ct);
    }

    public async Task NotifyHearing(Case c, Act act, CancellationToken ct)
    {
        var (about, hearing) = (await About(c, ct), c.Hearing!);
        var issued = Issue(c, HearingNotice, () => HearingWording.Notice(c, hearing, about, act.Today), act);
        hearing.NoticeDocumentId = issued.Id;
        await letters.Tell(c, issued, $"听证定于{Dates.Moment(hearing.At!.Value)}举行", act, ct);
    }

    public async Task RecordHearing(Case c, Act act, CancellationToken ct)
    {
        var (about, hearing) = (await About(c, ct), c.Hearing!);
        var issued = Issue(c, HearingRecord, () => HearingWording.Record(c, hearing, about, act.Today), act);
        hearing.RecordDocumentId = issued.Id;
        await letters.Tell(c, issued, "听证笔录已制作", act, ct);
    }

    private DocumentRecord Issue(Case c, DocumentKind kind, Func<DocumentContent> content, Act act)
    {
        Note? told = c.Trail.Last;
        return register.Issue(act, kind, c.Ref, _ => content(), number => told?.Changes.Add(new(kind.Name, null, number)));
    }
}
