using Yimen.Hotline.Limits;
using Yimen.Kernel;

namespace Yimen.Hotline.Appraisal;

/// <summary>The rules that a sheet is counted by: those of the month's last day.</summary>
internal sealed record AppraisalRules(OrderLimits Limits, IReadOnlyList<Unjudged> Unjudged)
{
    private static readonly IReadOnlyList<OrderLimitCode> Codes = [.. Enum.GetValues<OrderLimitCode>().Where(c => c is >= OrderLimitCode.AppraisalSign and <= OrderLimitCode.AppraisalOpenOverdue), OrderLimitCode.FairCounts];

    /// <summary>Each named with its value, since when it holds and on what it rests; then what is not judged by satisfaction.</summary>
    public string InWords => string.Join('\n',
        [.. Codes.Select(c => Limits.Row(c) is var row ? $"{Label.Of(c)}：{row.Value}（{row.From:yyyy-MM-dd} 起，{row.Basis}）" : ""), .. Unjudged.Select(u => $"不以满意率评价：{u.Why}（{u.From:yyyy-MM-dd} 起，{u.Basis}）")]);
}
