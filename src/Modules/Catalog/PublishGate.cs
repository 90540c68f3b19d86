using Yimen.Catalog.Contracts;
using Yimen.Kernel;

namespace Yimen.Catalog;

/// <summary>What must be true before a version may be published (domain B4). All faults are told at once.</summary>
internal static class PublishGate
{
    public static void Check(ItemDraft draft, string type)
    {
        var faults = Faults(draft, type).ToList();
        if (faults.Count > 0)
        {
            throw new RuleViolation("publish-gate", "还不能发布：" + string.Join(" ", faults.Select((f, i) => $"{i + 1}. {f}")));
        }
    }

    public static IEnumerable<string> Faults(ItemDraft draft, string type) =>
        [.. Times(draft), .. Online(draft), .. Papers(draft.Content), .. Basis(draft.Content, type)];

    private static IEnumerable<string> Times(ItemDraft draft)
    {
        var (statutory, promised) = (draft.Content.Statutory, draft.Content.Promised);
        if (promised is null)
        {
            yield return "请填写承诺办结时限。";
            yield break;
        }

        if (statutory is not null && statutory.Kind == promised.Kind && promised.Days > statutory.Days)
        {
            yield return $"承诺时限（{promised.Period}）不能长于法定时限（{statutory.Period}）。";
        }

        if (draft.ProjectType == ProjectType.Instant && (promised.Days > 1 || promised.Kind != DayKind.Working))
        {
            yield return "即办件的承诺时限不能超过1个工作日。";
        }
    }

    private static IEnumerable<string> Online(ItemDraft draft)
    {
        if (draft.OnlineDepth == OnlineDepth.IV && draft.Content.Visits > 0)
        {
            yield return "网办深度为Ⅳ级时，到现场次数应为0。";
        }

        if (draft.OnlineDepth == OnlineDepth.III && draft.Content.Visits > 1)
        {
            yield return "网办深度为Ⅲ级时，到现场次数不能超过1次。";
        }

        if (!draft.Online && draft.Content.VisitReason.Length == 0)
        {
            yield return "不能网上办理的事项，请写明必须现场办理的原因。";
        }
    }

    private static IEnumerable<string> Papers(ItemContent content)
    {
        foreach (var material in content.Materials)
        {
            if (material.Source.Length == 0 || material.Need.Length == 0)
            {
                yield return $"材料“{material.Name}”缺少来源或必要性。";
            }

            if (material.Type == "申请表格文书" && !material.HasBlankForm && !material.HasSample)
            {
                yield return $"材料“{material.Name}”是申请表，须附空白表格或样表。";
            }
        }

        foreach (var fee in content.Fees.Where(f => f.Basis.Length == 0))
        {
            yield return $"收费项目“{fee.Name}”缺少收费依据。";
        }
    }

    private static IEnumerable<string> Basis(ItemContent content, string type)
    {
        if (content.LegalBases.Count == 0)
        {
            yield return "至少要有一条设定依据。";
        }

        // 01 行政许可, 07 行政确认
        if (type is "01" or "07" && content.Outcomes.Count == 0)
        {
            yield return "行政许可和行政确认事项须写明审批结果名称。";
        }
    }
}
