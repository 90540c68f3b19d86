using System.Diagnostics.CodeAnalysis;

namespace Yimen.Kernel;

/// <summary>行使层级 — the level at which a power is used.</summary>
public enum UseLevel
{
    [Label("国家级")] Nation = 1,
    [Label("省级")] Province = 2,
    [Label("市级")] City = 3,
    [Label("县级")] County = 4,
    [Label("镇（乡、街道）级")] Town = 5,
    [Label("村（社区）级")] Village = 6,
}

/// <summary>By which rule an implementation code is built. Provinces differ, so the scheme is declared with the code, never guessed from it.</summary>
public enum ItemCodeScheme
{
    /// <summary>GB/T 39554.1, as Guangdong uses it: 31 characters.</summary>
    [Label("国家标准31位")] National,

    /// <summary>A province's own code, kept as it is: 6 to 50 letters and digits without parts.</summary>
    [Label("外省自定编码")] Opaque,
}

/// <summary>实施编码 — credit code of the implementing body (18), level (1), basic code (12). The parts exist in the national scheme only.</summary>
public readonly record struct ItemCode : IParsable<ItemCode>
{
    private const int NationalLength = 31;

    private ItemCode(string value, ItemCodeScheme scheme)
    {
        Value = value;
        Scheme = scheme;
    }

    public string Value { get; }

    public ItemCodeScheme Scheme { get; }

    /// <summary>The implementing body.</summary>
    /// <exception cref="InvalidOperationException">The scheme has no parts.</exception>
    public CreditCode Body => CreditCode.Parse(National[..18]);

    public UseLevel Level => (UseLevel)Typed.Digit(National[18]);

    public BasicCode Basic => BasicCode.Parse(National[19..]);

    private string National => Scheme == ItemCodeScheme.National ? Value : throw new InvalidOperationException("an opaque item code has no parts");

    public static ItemCode Compose(CreditCode body, UseLevel level, BasicCode basic) => Parse($"{body.Value}{(int)level}{basic.Value}");

    public static bool TryParse(string? text, ItemCodeScheme scheme, out ItemCode value, out string error)
    {
        var s = Typed.Clean(text);
        error = s.Length == 0 ? "请填写实施编码" : scheme == ItemCodeScheme.National ? NationalFault(s) : OpaqueFault(s);
        value = error.Length == 0 ? new(s, scheme) : default;
        return error.Length == 0;
    }

    /// <summary>By the national scheme.</summary>
    public static bool TryParse(string? text, out ItemCode value, out string error) => TryParse(text, ItemCodeScheme.National, out value, out error);

    public static ItemCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var value, out string error) ? value : throw new FormatException(error);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ItemCode result) => TryParse(s, out result, out string _);

    public override string ToString() => Value;

    private static string NationalFault(string s) =>
        s.Length != NationalLength ? $"实施编码应为{NationalLength}位，现为{s.Length}位"
        : !CreditCode.TryParse(s[..18], out _, out string body) ? $"实施编码第1至18位：{body}"
        : s[18] is < '1' or > '6' ? $"实施编码第19位（行使层级）应为1至6，现为“{s[18]}”"
        : !BasicCode.TryParse(s[19..], out _, out string basic) ? $"实施编码第20至31位：{basic}"
        : "";

    private static string OpaqueFault(string s) =>
        s.Length is < 6 or > 50 ? $"实施编码应为6至50位，现为{s.Length}位"
        : s.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-') ? "实施编码只能包含字母、数字和连字符"
        : "";
}
