using System.Globalization;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Filing;

/// <summary>延续 — of the item's kind, and until when the licence to be renewed holds: without an answer by then it is renewed by law (行政许可法 第五十条).</summary>
internal static class Renewal
{
    public const string Field = "licence-until";

    /// <summary>办理项 are named by what is asked for: 食品经营许可（延续）.</summary>
    public static bool Is(string item) => item.Contains("延续", StringComparison.Ordinal);

    /// <summary>The day as it was typed; null when it was left out or is wrong, which is said at the field.</summary>
    public static DateOnly? Read(string typed, FormErrors errors)
    {
        if (typed.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) && until.Year is >= 2000 and < 2100)
        {
            return until;
        }

        errors.Add(Field, "请按许可证上的“有效期至”填写日期，例如 2025-06-30。");
        return null;
    }
}
