using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Yimen.Kernel;

public enum PhoneKind
{
    [Label("手机")] Mobile,
    [Label("固定电话")] Landline,

    /// <summary>12345, 95598, 400 numbers.</summary>
    [Label("公共服务号码")] Service,
}

/// <summary>联系电话 — a mobile, a landline with its area code, or a public service number that can be called back. Printed, it is masked.</summary>
public readonly partial record struct Phone : IParsable<Phone>
{
    private Phone(string value, PhoneKind kind)
    {
        Value = value;
        Kind = kind;
    }

    /// <summary>Digits, of a landline with hyphens: 0751-5550000-12.</summary>
    public string Value { get; }

    public PhoneKind Kind { get; }

    public static bool TryParse(string? text, out Phone value, out string error)
    {
        value = default;
        var s = Typed.Clean(text);
        error = s.Length == 0 ? "请填写联系电话" : "";
        if (s.Length > 0 && s[0] != '0' && MobileNumber.TryParse(s, out var mobile, out string _))
        {
            value = new(mobile.Value, PhoneKind.Mobile);
        }
        else if (Landline().IsMatch(s))
        {
            value = new(s, PhoneKind.Landline);
        }
        else if (Service().IsMatch(s.Replace("-", "")))
        {
            value = new(s.Replace("-", ""), PhoneKind.Service);
        }
        else if (s.Length > 0)
        {
            error = Fault(s);
        }

        return error.Length == 0;
    }

    public static Phone Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var value, out string error) ? value : throw new FormatException(error);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Phone result) => TryParse(s, out result, out string _);

    /// <summary>Masked, unless it is a public service number.</summary>
    public override string ToString() => Kind == PhoneKind.Service ? Value : Masking.Phone(Value);

    private static string Fault(string s) =>
        s[0] == '1' && s.Length > 5 && MobileNumber.TryParse(s, out _, out string mobile) is false ? mobile
        : s[0] is >= '2' and <= '9' && s.Length is 7 or 8 ? "固定电话请加区号，例如 0751-5550000"
        : "联系电话应为11位手机号码，或带区号的固定电话，例如 0751-5550000";

    [GeneratedRegex(@"^0\d{2,3}-?\d{7,8}(-\d{1,6})?$")]
    private static partial Regex Landline();

    [GeneratedRegex(@"^(1[0-2]\d{1,3}|9[56]\d{3,4}|[48]00\d{7})$")]
    private static partial Regex Service();
}
