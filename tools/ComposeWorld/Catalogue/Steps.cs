namespace Yimen.ComposeWorld.Catalogue;

/// <summary>办理环节 — their days add up to the promised period; 制证 and 送达 follow the decision and are not part of it.</summary>
static class Steps
{
    /// <summary>A service that nobody applies for: it is given where people ask for it.</summary>
    public static IReadOnlyList<Step> Offered(string gives, int promised) =>
        [new("受理", gives, promised, "主动公开、在服务地点接待或者在线提供服务，不要求提交材料")];

    public static IReadOnlyList<Step> For(string receives, string unit, int promised, bool instant, bool certificate)
    {
        var steps = new List<Step>
        {
            new("收件", receives, 0, "核对申请人身份，清点材料，出具收件凭证"),
            new("受理", instant ? receives : $"{unit}受理人员", 0, "材料齐全、符合法定形式的，当场受理；不齐的，一次告知全部需要补正的内容"),
        };
        if (!instant || promised > 1)
        {
            steps.Add(new("审查", $"{unit}承办股室", Math.Max(promised - 1, 0), "对照法定条件和审查标准提出审查意见"));
        }

        steps.Add(new("决定", instant ? $"{unit}授权人员" : $"{unit}分管负责人", instant ? promised : Math.Min(promised, 1), "作出准予或者不予的决定，不予的说明理由和救济途径"));
        if (certificate)
        {
            steps.Add(new("制证", $"{unit}承办股室", 0, "按决定内容制作证照，核对后加盖印章"));
        }

        steps.Add(new("送达", receives, 0, "窗口领取、邮寄或者电子送达，登记送达情况"));
        return steps;
    }
}
