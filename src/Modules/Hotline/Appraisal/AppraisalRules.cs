using Yimen.Hotline.Limits;
using Yimen.Kernel;

namespace Yimen.Hotline.Appraisal;

/// <summary>The rules of a sheet named: each with its value, since when it holds and on what it rests.</summary>
internal static class AppraisalRules
{
    private static readonly IReadOnlyList<OrderLimitCode> Codes = [.. Enum.GetValues<OrderLimitCode>().Where(c => c is >= OrderLimitCode.AppraisalSign and <= OrderLimitCode.AppraisalBlackBelow), OrderLimitCode.FairCounts];

    public static string InWords(OrderLimits limits) => string.Join('\n', Codes.Select(c => limits.Row(c) is var row ? $"{Label.Of(c)}：{row.Value}（{row.From:yyyy-MM-dd} 起，{row.Basis}）" : ""));
}
