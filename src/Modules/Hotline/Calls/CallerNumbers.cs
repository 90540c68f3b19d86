using System.Text.RegularExpressions;
using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Hotline.Calls;

/// <summary>Numbers as exchanges show them: a nought before a mobile of another city, no hyphen after an area code.</summary>
internal static partial class CallerNumbers
{
    /// <summary>Reads a caller's number; a withheld one is none.</summary>
    /// <returns>Null, with what is wrong, where it is no telephone number.</returns>
    public static CallerNumber? Read(string? told, CountyKeys keys, out string fault)
    {
        fault = "";
        var text = told?.Trim() ?? "";
        if (text.Length == 0)
        {
            return CallerNumber.Withheld;
        }

        if (!Phone.TryParse(AbroadMobile().IsMatch(text) ? text[1..] : text, out var phone, out fault))
        {
            fault = $"主叫号码 caller 无法识别：{fault}";
            return null;
        }

        var written = Written(phone);
        return new(keys.Seal(written), keys.IndexOf(written));
    }

    /// <summary>Every way in which the number may stand on an order, as keyed indexes.</summary>
    public static IReadOnlyList<string> Indexes(string number, CountyKeys keys) => [.. new[] { number, number.Replace("-", "") }.Distinct().Select(keys.IndexOf)];

    // a landline with the hyphen after its area code, as people write it
    private static string Written(Phone phone) => phone.Kind == PhoneKind.Landline && !phone.Value.Contains('-') ? AreaCode().Replace(phone.Value, "$1-") : phone.Value;

    [GeneratedRegex("^01[3-9][0-9]{9}$")]
    private static partial Regex AbroadMobile();

    // of three digits are only 010 and 02x (YD/T 电话网编号计划)
    [GeneratedRegex("^(010|02[0-9]|0[3-9][0-9]{2})(?=[0-9])")]
    private static partial Regex AreaCode();
}
