using System.Globalization;
using System.Text.RegularExpressions;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Province;

/// <summary>省目录编号 and version — the power to publish lies with the provincial catalogue; what is published here carries the number and version it has there.</summary>
internal sealed partial record ProvincialRef(string Id, int Version)
{
    public const int MaxVersion = 9999;

    /// <summary>What was typed, or null with its faults at <c>provincialId</c> and <c>provincialVersion</c>.</summary>
    public static ProvincialRef? Read(string? id, string? version, FormErrors errors)
    {
        var number = id?.Trim() ?? "";
        if (!IsNumber(number))
        {
            errors.Add("provincialId", number.Length == 0 ? "请填写省目录编号；省里还没有发布的，这里不能发布。" : "省目录编号由字母、数字和短横线组成，不超过 40 个字符。");
        }

        if (!int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var edition) || edition is < 1 or > MaxVersion)
        {
            errors.Add("provincialVersion", $"省目录版本应为 1 至 {MaxVersion} 的整数。");
        }

        return errors.Count > 0 ? null : new(number, edition);
    }

    public static bool IsNumber(string text) => Number().IsMatch(text);

    [GeneratedRegex("^[0-9A-Za-z-]{1,40}$")]
    private static partial Regex Number();
}
