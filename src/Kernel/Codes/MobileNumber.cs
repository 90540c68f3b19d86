using System.Diagnostics.CodeAnalysis;

namespace Yimen.Kernel;

/// <summary>手机号码 — eleven digits of the mainland, to which SMS can be sent. Printed, it is masked; <see cref="Value"/> holds the number.</summary>
public readonly record struct MobileNumber : IParsable<MobileNumber>
{
    private MobileNumber(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, out MobileNumber value, out string error)
    {
        var s = Typed.Clean(text).Replace("-", "");
        s = s.StartsWith("+86", StringComparison.Ordinal) ? s[3..] : s;
        error = s.Length == 0 ? "请填写手机号码"
            : Typed.NonDigit(s) is > 0 and var at ? $"手机号码第{at}位应为数字"
            : s.Length != 11 ? $"手机号码应为11位，现为{s.Length}位"
            : s[0] != '1' || s[1] < '3' ? "手机号码应以13至19开头"
            : "";
        value = error.Length == 0 ? new(s) : default;
        return error.Length == 0;
    }

    public static MobileNumber Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var value, out string error) ? value : throw new FormatException(error);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MobileNumber result) => TryParse(s, out result, out string _);

    /// <summary>Masked: 138****1234.</summary>
    public override string ToString() => Masking.Phone(Value);
}
