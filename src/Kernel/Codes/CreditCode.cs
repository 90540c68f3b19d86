using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Yimen.Kernel;

/// <summary>
/// 统一社会信用代码 — GB 32100: authority, category, six digits of division, the organisation code of nine (GB 11714), one check character.
/// A few legacy codes in use fail the check: <see cref="Legacy"/> takes them after a privileged override with its reason.
/// </summary>
public readonly record struct CreditCode : IParsable<CreditCode>
{
    // no I, O, S, V, Z
    private const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Letters);

    private static ReadOnlySpan<int> Weights => [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private static ReadOnlySpan<int> OrganisationWeights => [3, 7, 9, 10, 5, 8, 4, 2];

    private CreditCode(string value) => Value = value;

    /// <summary>18 characters in upper case.</summary>
    public string Value { get; }

    /// <summary>组织机构代码, nine characters.</summary>
    public string Organisation => Value[8..17];

    /// <summary>登记管理机关行政区划, six digits.</summary>
    public string AreaPrefix => Value[2..8];

    /// <summary>Whether both check characters are right; false only for a <see cref="Legacy"/> code.</summary>
    public bool Checks => CheckFault(Value).Length == 0;

    /// <param name="error">Names exactly what is wrong, in Chinese; empty on success.</param>
    public static bool TryParse(string? text, out CreditCode value, out string error)
    {
        var s = Typed.Clean(text);
        error = ShapeFault(s) is { Length: > 0 } shape ? shape : CheckFault(s);
        value = error.Length == 0 ? new(s) : default;
        return error.Length == 0;
    }

    /// <summary>A code of the right shape whose check characters may fail.</summary>
    public static bool TryParseLegacy(string? text, out CreditCode value, out string error)
    {
        var s = Typed.Clean(text);
        error = ShapeFault(s);
        value = error.Length == 0 ? new(s) : default;
        return error.Length == 0;
    }

    /// <summary>A stored code that was accepted by override.</summary>
    /// <exception cref="FormatException">The shape is wrong.</exception>
    public static CreditCode Legacy(string text) => TryParseLegacy(text, out var value, out var error) ? value : throw new FormatException(error);

    /// <summary>A code with both check characters, for tests and demo worlds.</summary>
    /// <param name="prefix8">Authority, category and six digits of division: 11440281.</param>
    /// <param name="organisation8">The organisation code without its check character.</param>
    public static string Compose(string prefix8, string organisation8)
    {
        var fault = ShapeFault($"{prefix8}{organisation8}00");
        if (fault.Length > 0 || prefix8.Length != 8)
        {
            throw new ArgumentException($"{prefix8} + {organisation8}: {fault}");
        }

        var body = $"{prefix8}{organisation8}{OrganisationCheck(organisation8)}";
        return body + Check(body);
    }

    public static CreditCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var value, out string error) ? value : throw new FormatException(error);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CreditCode result) => TryParse(s, out result, out string _);

    public override string ToString() => Value;

    private static string ShapeFault(string s)
    {
        if (s.Length != 18)
        {
            return s.Length == 0 ? "请填写统一社会信用代码" : $"统一社会信用代码应为18位，现为{s.Length}位";
        }

        var at = s.AsSpan().IndexOfAnyExcept(Allowed);
        return at >= 0 ? $"统一社会信用代码第{at + 1}位“{s[at]}”不在字符集内（不使用I、O、S、V、Z）"
            : Typed.NonDigit(s.AsSpan(2, 6)) is > 0 and var digit ? $"统一社会信用代码第{digit + 2}位应为数字（行政区划代码）"
            : "";
    }

    private static string CheckFault(string s) =>
        Check(s) != s[17] ? "统一社会信用代码校验码不符，请核对每一位"
        : OrganisationCheck(s.AsSpan(8, 8)) != s[16] ? "统一社会信用代码中的组织机构代码（第9至17位）校验码不符"
        : "";

    private static char Check(ReadOnlySpan<char> s)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += Letters.IndexOf(s[i]) * Weights[i];
        }

        return Letters[(31 - (sum % 31)) % 31];
    }

    // GB 11714 counts letters from A = 10 without gaps
    private static char OrganisationCheck(ReadOnlySpan<char> s)
    {
        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            sum += (char.IsAsciiDigit(s[i]) ? s[i] - '0' : s[i] - 'A' + 10) * OrganisationWeights[i];
        }

        return (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }
}
