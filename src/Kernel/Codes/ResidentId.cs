using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yimen.Kernel;

/// <summary>
/// 公民身份号码 — GB 11643: six digits of division, the birthday, three of sequence (odd: male), one check character.
/// Printed, it is masked: only <see cref="Value"/> holds the number, and that belongs into no log.
/// </summary>
public readonly record struct ResidentId : IParsable<ResidentId>
{
    private const string Checks = "10X98765432";

    private static ReadOnlySpan<int> Weights => [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private ResidentId(string value) => Value = value;

    /// <summary>18 characters, X in upper case.</summary>
    public string Value { get; }

    public DateOnly Birthday => DateOnly.ParseExact(Value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    public bool IsMale => Typed.Digit(Value[16]) % 2 == 1;

    /// <summary>The division where the number was given out, six digits; it may have been abolished since.</summary>
    public string AreaPrefix => Value[..6];

    /// <summary>What is implausible on that day (born later, older than 150 years), or null. Numbers of the dead may be well formed.</summary>
    public string? ImplausibleOn(DateOnly today) =>
        Birthday > today ? $"出生日期{Chinese.Date(Birthday)}晚于今天"
        : Birthday.AddYears(150) < today ? $"出生日期{Chinese.Date(Birthday)}距今超过150年"
        : null;

    /// <param name="error">Names exactly what is wrong, in Chinese, without the number itself; empty on success.</param>
    public static bool TryParse(string? text, out ResidentId value, out string error)
    {
        var s = Typed.Clean(text);
        error = s.Length == 0 ? "请填写身份证号码"
            : s.Length != 18 ? $"身份证号码应为18位，现为{s.Length}位"
            : Typed.NonDigit(s.AsSpan(0, 17)) is > 0 and var at ? $"身份证号码第{at}位应为数字"
            : s[17] is not ('X' or (>= '0' and <= '9')) ? "身份证号码第18位应为数字或X"
            : s[0] == '0' ? "身份证号码前6位不是行政区划代码"
            : !IsDate(s.AsSpan(6, 8)) ? $"身份证号码中的出生日期{s[6..10]}年{s[10..12]}月{s[12..14]}日不存在"
            : CheckOf(s) != s[17] ? "身份证号码校验码不符，请核对每一位数字"
            : "";
        value = error.Length == 0 ? new(s) : default;
        return error.Length == 0;
    }

    /// <summary>The 18 digits of a 15-digit number of before 1999. For import only: nobody holds such a card any more.</summary>
    public static bool TryParseLegacy(string? text, out ResidentId value, out string error)
    {
        var s = Typed.Clean(text);
        if (s.Length == 15 && Typed.NonDigit(s) == 0)
        {
            var long17 = $"{s[..6]}19{s[6..]}";
            return TryParse(long17 + CheckOf(long17), out value, out error);
        }

        value = default;
        error = "旧身份证号码应为15位数字";
        return false;
    }

    /// <summary>A number with the right check character, for tests and demo worlds. Use serials that look unused.</summary>
    /// <param name="serial">0–999; odd for a man.</param>
    public static string Compose(string area6, DateOnly birth, int serial)
    {
        var body = $"{area6}{birth:yyyyMMdd}{serial:000}";
        return body.Length == 17 && Typed.NonDigit(body) == 0
            ? body + CheckOf(body)
            : throw new ArgumentException($"area {area6} must have 6 digits, serial {serial} at most 3");
    }

    public static ResidentId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var value, out string error) ? value : throw new FormatException(error);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ResidentId result) => TryParse(s, out result, out string _);

    /// <summary>Masked: 440***********0019.</summary>
    public override string ToString() => Masking.Id(Value);

    private static bool IsDate(ReadOnlySpan<char> s) => DateOnly.TryParseExact(s, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static char CheckOf(ReadOnlySpan<char> s)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += Typed.Digit(s[i]) * Weights[i];
        }

        return Checks[sum % 11];
    }
}
