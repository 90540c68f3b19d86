using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Filing;

/// <summary>延续 — of the item's kind; which licence is to be renewed, and until when it holds: without an answer by then it is renewed by law (行政许可法 第五十条).</summary>
internal static class Renewal
{
    public const string UntilField = "licence-until";
    public const string NumberField = "licence-number";
    private const int LongestNumber = 50;

    /// <summary>办理项 are named by what is asked for: 食品经营许可（延续）.</summary>
    public static bool Is(string item) => item.Contains("延续", StringComparison.Ordinal);

    /// <param name="of">Of a form for several items, what follows the names of the fields of one of them.</param>
    public static LicenceInput Posted(IFormCollection form, string of = "") =>
        new(form[UntilField + of].FirstOrDefault()?.Trim() ?? "", form[NumberField + of].FirstOrDefault()?.Trim() ?? "");

    /// <summary>The licence as it was typed; what was left out or is wrong is empty, and what is wrong is said at its field.</summary>
    public static OldLicence Read(LicenceInput typed, FormErrors errors, string of = "")
    {
        if (typed.Number.Length > LongestNumber)
        {
            errors.Add(NumberField + of, $"许可证编号不能超过 {LongestNumber} 个字符。");
        }

        if (typed.Until.Length == 0)
        {
            return new(null, typed.Number);
        }

        if (DateOnly.TryParseExact(typed.Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until) && until.Year is >= 2000 and < 2100)
        {
            return new(until, typed.Number);
        }

        errors.Add(UntilField + of, "请按许可证上的“有效期至”填写日期，例如 2025-06-30。");
        return default;
    }
}

/// <summary>The licence to be renewed, as typed.</summary>
public sealed record LicenceInput(string Until, string Number)
{
    public static readonly LicenceInput None = new("", "");
}

/// <summary>原许可证 — the licence to be renewed.</summary>
/// <param name="Until">The last day on which it holds.</param>
internal readonly record struct OldLicence(DateOnly? Until, string? Number);
