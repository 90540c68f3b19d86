using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Figures;

namespace Yimen.Hotline.Bulletins;

/// <summary>By what a bulletin was counted, named: the dated values with their basis, then the definition of every figure that it tells.</summary>
internal static class BulletinRules
{
    private static readonly OrderLimitCode[] Codes = [OrderLimitCode.BulletinLeast, OrderLimitCode.FairCounts];

    public static IReadOnlyList<string> InWords(OrderLimits limits, FigureBook book) =>
        [.. Codes.Select(c => Row(limits, c)), .. BulletinReading.Told.Select(id => book.Find(id)!).Select(f => $"{f.Name}（{f.Id}）：{f.Definition}")];

    // what lies further back than any rule is counted by the first that ever was, and says so
    private static string Row(OrderLimits limits, OrderLimitCode code) => limits.Find(code) is { } row
        ? $"{Label.Of(code)}：{row.Value}（{row.From:yyyy-MM-dd} 起，{row.Basis}）"
        : $"{Label.Of(code)}：{limits.Counting(code)}（当时没有规则，按最早的规则计）";
}
