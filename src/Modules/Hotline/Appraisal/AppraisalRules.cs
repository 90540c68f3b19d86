using Yimen.Hotline.Limits;
using Yimen.Kernel;

namespace Yimen.Hotline.Appraisal;

/// <summary>The rules of a sheet named: each with its value, since when it holds and on what it rests; then what is not judged by satisfaction.</summary>
internal static class AppraisalRules
{
    private static readonly IReadOnlyList<OrderLimitCode> Codes = [.. Enum.GetValues<OrderLimitCode>().Where(c => c is >= OrderLimitCode.AppraisalSign and <= OrderLimitCode.AppraisalOpenOverdue), OrderLimitCode.FairCounts];

    /// <param name="day">The month's last day.</param>
    public static string InWords(OrderLimits limits, DateOnly day) => string.Join('\n',
        [.. Codes.Select(c => limits.Row(c) is var row ? $"{Label.Of(c)}：{row.Value}（{row.From:yyyy-MM-dd} 起，{row.Basis}）" : ""), .. Unjudged.On(day).Select(u => $"不以满意率评价：{u.Why}（{u.From:yyyy-MM-dd} 起，{u.Basis}）")]);
}
