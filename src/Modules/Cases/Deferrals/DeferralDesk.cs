using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Limits;
using Yimen.Cases.Materials;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Deferrals;

/// <summary>容缺受理: what is promised is written into a letter that the applicant signs, in the write of the act.</summary>
internal sealed class DeferralDesk(AppDb db, DocumentRegister register, IdSource ids)
{
    private static readonly DocumentKind Letter = new("case-deferral-letter", "容缺受理承诺书", "容");

    /// <summary>The applicant promises these materials, by their order; none: nothing happens.</summary>
    public async Task Promise(Case c, IReadOnlyCollection<int> orders, Act act, CancellationToken ct)
    {
        if (orders.Count == 0)
        {
            return;
        }

        var within = (await db.LimitsOn(act.Today, ct))[CaseLimitCode.LaterSupply];
        var promised = c.PromiseLater([.. orders.Order().Select(o => (o, ids.NewId(act.Now)))], within, act);
        if (promised.Count == 0)
        {
            return; // promised before, and the letter is signed
        }

        Note? note = c.Trail.Last;
        var unit = await db.UnitRefs.Where(u => u.Id == c.Unit).Select(u => u.Name).FirstAsync(ct);
        var document = register.Issue(act, Letter, c.Ref, _ => Content(c, promised, unit, act.Today), number => note?.Changes.Add(new("容缺受理承诺书", null, number)));
        foreach (var one in promised)
        {
            one.DocumentId = document.Id;
        }
    }

    /// <summary>What an online filing leaves for later: every material that may come later and was not uploaded.</summary>
    public static IReadOnlyCollection<int> LeftForLater(Case c) => [.. c.Materials.Where(m => m is { Lacks: true, MayComeLater: true }).Select(m => m.Order)];

    /// <summary>Parts what is there from what is promised.</summary>
    public static (Dictionary<int, MaterialWay> Now, List<int> Later) Part(IReadOnlyDictionary<int, MaterialWay> ways) =>
        (ways.Where(w => w.Value.How != MaterialHow.Later).ToDictionary(), [.. ways.Where(w => w.Value.How == MaterialHow.Later).Select(w => w.Key)]);

    private static DocumentContent Content(Case c, IReadOnlyList<Deferral> promised, string unit, DateOnly today) => new("容缺受理承诺书", promised[0].SignedBy, today)
    {
        Addressee = unit,
        Parts =
        [
            new Paragraph($"本人（本单位）申请办理“{c.ItemName}”（受理编号：{c.Number}），主要材料已经齐全，下列材料申请容缺受理："),
            .. promised.Select(p => new Numbered($"{p.Name}。")),
            new Paragraph($"本人（本单位）承诺自受理之日的次日起 {promised[0].Days} 个工作日内补交上述材料，并保证补交的材料真实、有效、符合要求。"),
            new Paragraph("本人（本单位）知悉：材料补齐以前不作出决定；期限届满前会收到提醒；逾期不补交的，办理单位可以延长一次，也可以不予办理或者终止办理，由此产生的后果自行承担。"),
            new Paragraph($"承诺人：{c.Applicant.Name}{(c.Applicant.Agent.Length > 0 ? $"　　经办人：{c.Applicant.Agent}" : "")}"),
        ],
    };
}
