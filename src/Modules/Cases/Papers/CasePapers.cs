using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Papers;

/// <summary>文书 of a case, numbered and sealed in the same write as the act that they tell of (domain C5).</summary>
internal sealed partial class CasePapers(AppDb db, DocumentRegister register, CaseLetters letters, CountyScope scope, IConfiguration settings)
{
    private static readonly DocumentKind Acceptance = new("case-acceptance", "受理通知书", "受");
    private static readonly DocumentKind LicenceGranted = new("case-licence-granted", "准予行政许可决定书", "许");
    private static readonly DocumentKind LicenceDenied = new("case-licence-denied", "不予行政许可决定书", "许");
    private static readonly DocumentKind Granted = new("case-granted", "准予办理决定书", "办");
    private static readonly DocumentKind Denied = new("case-denied", "不予办理决定书", "办");

    /// <summary>受理通知书 — 行政许可法 第三十二条: acceptance is told in writing, sealed and dated.</summary>
    public async Task TellAcceptance(Case c, Act act, CancellationToken ct)
    {
        var about = await About(c, ct);
        var (promised, legal) = (c.Due!.Value, c.StatutoryDue);
        var issued = Issue(c, Acceptance, () => c.Deemed ? LawWording.DeemedAcceptance(c, about, act.Today, promised) : CaseWording.Acceptance(c, about, act.Today, (promised, legal)), act);
        await letters.Tell(c, issued, c.Deemed ? "您的申请已依法视为受理" : "您的申请已受理", act, ct);
    }

    /// <summary>准予, 不予决定书 — made with the decision, and then it waits to be served.</summary>
    public async Task IssueDecision(Case c, Act act, CancellationToken ct)
    {
        var about = await About(c, ct);
        var granted = c.Decision!.Granted;
        var kind = (about.IsLicence, granted) switch { (true, true) => LicenceGranted, (true, false) => LicenceDenied, (false, true) => Granted, _ => Denied };
        Note? note = null;
        var document = register.Issue(act, kind, c.Ref, _ => CaseWording.Decision(c, kind.Name, about, act.Today), number => note?.Changes.Add(new("文号", null, number)));
        note = c.Issue(document.Id, act);
        await letters.Tell(c, document, granted ? "您的申请已获准予" : "您的申请已有决定", act, ct);
    }

    private async Task<PaperAbout> About(Case c, CancellationToken ct)
    {
        var found = await (
            from i in db.ItemRefs.AsNoTracking()
            where i.Id == c.ItemId
            join u in db.UnitRefs on i.Unit equals u.Id
            select new { i.BasicCode, u.Name, u.ConsultPhone }).FirstAsync(ct);
        // the review of a county's bureau lies with the county's government since 2024 (行政复议法 第二十四条); courts are named by the county
        return new(found.Name, found.ConsultPhone, found.BasicCode[2..4] == "01",
            settings["Cases:ReviewBody"] ?? $"{scope.County.Name}人民政府", settings["Cases:Court"] ?? "有管辖权的人民法院");
    }
}

/// <summary>What the wording needs besides the case.</summary>
/// <param name="IsLicence">行政许可: type 01 of the basic code.</param>
/// <param name="ReviewBody">Where 行政复议 is asked for; configuration <c>Cases:ReviewBody</c>.</param>
/// <param name="Court">Where 行政诉讼 is brought; configuration <c>Cases:Court</c>.</param>
internal sealed record PaperAbout(string Unit, string Phone, bool IsLicence, string ReviewBody, string Court);
