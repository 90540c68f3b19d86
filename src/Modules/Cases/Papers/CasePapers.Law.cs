using Yimen.Cases.Correction;
using Yimen.Cases.HandingIn;
using Yimen.Cases.Hearings;
using Yimen.Cases.Limits;
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
    private static readonly DocumentKind Received = new("case-received", "材料接收凭证", "收");
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

    /// <summary>材料接收凭证 — for whatever comes in after the first receipt.</summary>
    /// <param name="why">On what occasion it came: 补正, 容缺补交, of the applicant's own accord.</param>
    public async Task TellReceived(Case c, string why, IReadOnlyList<ReceivedMaterial> received, Act act, CancellationToken ct)
    {
        var about = await About(c, ct);
        var issued = Issue(c, Received, () => LawWording.Received(c, why, received, about, act), act);
        await letters.Tell(c, issued, $"已收到您交来的 {received.Count} 份材料", act, ct);
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
        var days = (await db.LimitsOn(act.Today, ct))[CaseLimitCode.HearingRequest];
        foreach (var party in hearing.Parties)
        {
            await TellParty(c, party, (HearingPaper.Right, HearingRight, "您可以要求听证"), HearingWording.RightOfParty(c, about, (party.Name, days), act.Today), act, ct);
        }
    }

    public async Task NotifyHearing(Case c, Act act, CancellationToken ct)
    {
        var (about, hearing) = (await About(c, ct), c.Hearing!);
        var issued = Issue(c, HearingNotice, () => HearingWording.Notice(c, hearing, about, act.Today), act);
        hearing.NoticeDocumentId = issued.Id;
        var subject = $"听证定于{Dates.Moment(hearing.At!.Value)}举行";
        await letters.Tell(c, issued, subject, act, ct);
        foreach (var party in hearing.Parties)
        {
            await TellParty(c, party, (HearingPaper.Notice, HearingNotice, subject), HearingWording.NoticeOfParty(c, hearing, about, party.Name, act.Today), act, ct);
        }
    }

    // a letter of their own; by SMS it is served at once, in any other way when somebody says so
    private async Task TellParty(Case c, HearingParty party, (HearingPaper What, DocumentKind Kind, string Subject) paper, DocumentContent content, Act act, CancellationToken ct)
    {
        Note? told = c.Trail.Last;
        var issued = register.Issue(act, paper.Kind, HearingLetters.Of(c), _ => content, number => told?.Changes.Add(new($"{paper.Kind.Name}（{Masking.Name(party.Name)}）", null, number)));
        var letter = new HearingLetter(paper.What, issued.Id, act.Today);
        if (party.Way == DeliveryMethod.Electronic)
        {
            await letters.TellParty(c, party.Reach, paper.Subject, $"{paper.Subject}（{c.ItemName}）。{content.Title}的核验码为 {issued.Code}，可以在“文书核验”核对，也可以到{content.UnitName}领取。", act, ct);
            letter = letter with { ServedOn = act.Today, ServedBy = act.By.Name, Note = "短信送达" };
        }

        c.Hearing!.Send(party.Name, letter);
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
