using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Pledges;

/// <summary>告知承诺 in the write of the act that takes it: the pledge, its letter, and what follows a breach.</summary>
internal sealed class PledgeDesk(AppDb db, DocumentRegister register, IdSource ids, Calendars calendars, CountyScope scope, CaseLetters letters)
{
    private static readonly DocumentKind Letter = new("case-pledge", "告知承诺书", "诺");
    private static readonly DocumentKind Notice = new("case-pledge-breach", "违反告知承诺处理告知书", "诺");

    /// <summary>Signs a pledge for every material that is met by one and has none yet.</summary>
    /// <exception cref="RuleViolation"><c>no-pledge-text</c>: there is no text by which it could be pledged.</exception>
    public async Task Sign(Case c, Act act, CancellationToken ct)
    {
        var pledged = c.Materials.Where(m => m.How == MaterialHow.Pledged).OrderBy(m => m.Order).ToList();
        if (pledged.Count == 0)
        {
            return;
        }

        var signed = await db.Pledges.Where(p => p.CaseId == c.Id).Select(p => p.Order).ToListAsync(ct);
        var texts = await db.PledgeWordings(c.ItemId, act.Today, ct);
        var days = (await db.LimitsOn(act.Today, ct)).Days(CaseLimitCode.PledgeCheck);
        var checkBy = (await calendars.Of(scope.County, db, ct)).Due(act.Today, days)!.Value;
        var unit = await db.UnitRefs.Where(u => u.Id == c.Unit).Select(u => u.Name).FirstAsync(ct);
        foreach (var material in pledged.Where(m => !signed.Contains(m.Order)))
        {
            var wording = texts.GetValueOrDefault(material.Name)
                ?? throw new RuleViolation("no-pledge-text", $"“{material.Name}”没有可用的告知承诺文本，不能用告知承诺代替。请收取材料，或请业务股先制定文本。");
            var pledge = Pledge.Sign(ids.NewId(act.Now), c, material, (wording, checkBy), act);
            db.Add(pledge);
            pledge.Written(register.Issue(act, Letter, c.Ref, _ => Words(c, pledge, wording.Words, unit), number => pledge.Trail.Add(new("告知承诺书", null, number))).Id);
        }
    }

    /// <summary>违诺处理 — recorded, written, and said to the applicant.</summary>
    public async Task Punish(Pledge pledge, PledgeMeasure measure, string words, Act act, CancellationToken ct)
    {
        var c = await db.Cases.FirstAsync(x => x.Id == pledge.CaseId, ct);
        var unit = await db.UnitRefs.Where(u => u.Id == pledge.Unit).Select(u => u.Name).FirstAsync(ct);
        var document = register.Issue(act, Notice, c.Ref, _ => Words(c, pledge, measure, words, unit, act.Today), number => pledge.Trail.Add(new("告知书", null, number)));
        pledge.Punish(measure, words, document.Id, act);
        await letters.Tell(c, document, "违反告知承诺的处理告知", act, ct);
    }

    private static DocumentContent Words(Case c, Pledge p, PledgeWords words, string unit) => new("告知承诺书", p.SignedBy, p.SignedOn)
    {
        Addressee = unit,
        Parts =
        [
            new Paragraph($"申请事项：{c.ItemName}（受理编号：{c.Number}）。以告知承诺代替的证明：{p.Material}（文本第 {p.TextNumber} 版）。"),
            new Heading("承诺内容"), new Paragraph(words.Pledged),
            new Heading("核查方式"), new Paragraph($"{words.Checked.TrimEnd('。')}。办理单位将于{Dates.Day(p.CheckBy)}以前核查。"),
            new Heading("违反承诺的后果"), new Paragraph(words.Consequence),
            new Paragraph($"本人（本单位）已经知悉上述告知的全部内容，所作承诺是真实意思的表示。承诺人：{c.Applicant.Name}{(c.Applicant.Agent.Length > 0 ? $"　　经办人：{c.Applicant.Agent}" : "")}"),
        ],
    };

    private static DocumentContent Words(Case c, Pledge p, PledgeMeasure measure, string words, string unit, DateOnly today) => new("违反告知承诺处理告知书", unit, today)
    {
        Addressee = c.Applicant.Name,
        Parts =
        [
            new Paragraph($"你（你单位）于{Dates.Day(p.SignedOn)}申请“{c.ItemName}”（受理编号：{c.Number}）时，以告知承诺代替“{p.Material}”。经核查：{p.Finding.TrimEnd('。')}，认定违反承诺。"),
            new Paragraph($"现决定：{Label.Of(measure)}。{words}"),
            new Paragraph("如有异议，可以自收到本告知书之日起向办理单位陈述、申辩，也可以依法申请行政复议或者提起行政诉讼。"),
        ],
    };
}
