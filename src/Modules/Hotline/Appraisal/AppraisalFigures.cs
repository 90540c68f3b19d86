using Yimen.Hotline.Kpi;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Hotline.Appraisal;

/// <summary>What the appraisal counts, as figures that list their rows: like those of the bulletin, less what law or an approved exclusion takes out.</summary>
internal static class AppraisalFigures
{
    private const string Group = "热线考核";

    public static IEnumerable<Figure> All => Criteria.All.Where(c => c != Criterion.Knowledge).SelectMany(Of);

    private static IEnumerable<Figure> Of(Criterion c)
    {
        var (id, name) = (c.FigureOf(), Label.Of(c));
        yield return Count(id, c.Deducts() ? $"考核扣分：{name}" : $"考核：{name}（应计）", Definition(c), c, goodOnly: false);
        if (!c.Deducts())
        {
            yield return Count(id + "A", $"考核：{name}（计分）", $"{Definition(c)}只列得分的。", c, goodOnly: true);
            yield return Figure.Percent(id + "B", $"考核：{name}率", id + "A", id, "计分 ÷ 应计；没有应计的不适用。") with { Group = Group, By = FigureBy.Unit, Right = KpiPermissions.Read };
        }
    }

    private static Figure Count(string id, string name, string definition, Criterion c, bool goodOnly) =>
        Figure.Count(id, name, "件", definition, (db, s) => Rows(AppraisalFacts.Counted(db, c, s), goodOnly)) with { Group = Group, By = FigureBy.Unit, Right = KpiPermissions.Read, LeftOut = (db, s) => Rows(AppraisalFacts.LeftOut(db, c, s), goodOnly) };

    private static IQueryable<FigureRow> Rows(IQueryable<AppraisalFact> facts, bool goodOnly) =>
        facts.Where(f => !goodOnly || f.Good).Select(f => new FigureRow { Key = f.Key, Title = f.Title, Detail = f.Number, On = f.On, Href = "/desk/orders/" + f.OrderId });

    private static string Definition(Criterion c) => c switch
    {
        Criterion.Sign => "期间内派给单位的次数，按派单日期计；在签收时限以前签收的计分。",
        Criterion.OnTime => "期间内办结的次数，按办结日期计；最后一次答复不晚于当时期限的计分。",
        Criterion.Satisfied => "期间内得到的评价次数；执法类、调解类事项不以满意率评价，不计。基本满意是否计分按当时的统计口径。",
        Criterion.Solved => "期间内得到的评价次数；诉求人认为已解决的计分。",
        Criterion.Direct => "期间内受理的本单位咨询：派给本单位的，和用本单位知识条目当场答复的；当场答复的计分。没有用知识条目答复的不归任何单位。",
        Criterion.Return => "期间内申请退单、经热线办驳回的次数，按申请日期计。",
        Criterion.Overdue => "期间内办结、最后一次答复晚于当时期限的次数，加上月末已过期限、单位还没有答复的次数（按当月最后一天计，以当时的规则计入为限）。同一段逾期只计一次：月末已计入的，以后月份和办结时不再计；退回重办后又逾期的另计。",
        Criterion.FalseReply => "期间内经不满意件复核认定答复不实的工单，按认定日期计。",
        _ => "期间内退回重办的次数，按重办日期计。",
    };
}
