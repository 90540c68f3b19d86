using Yimen.Cases.Correction;
using Yimen.Cases.Motions;
using Yimen.Kernel;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;

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

    private DocumentRecord Issue(Case c, DocumentKind kind, Func<DocumentContent> content, Act act)
    {
        Note? told = c.Trail.Last;
        return register.Issue(act, kind, c.Ref, _ => content(), number => told?.Changes.Add(new(kind.Name, null, number)));
    }
}
