using System.Diagnostics.CodeAnalysis;

namespace Yimen.Kernel;

/// <summary>基本编码 — the twelve digits of an item in the basic catalogue (GB/T 39554.1): province 2, type 2, main item 5, sub-item 3.</summary>
public readonly record struct BasicCode : IParsable<BasicCode>
{
    private BasicCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>00 national, 44 Guangdong.</summary>
    public string Province => Value[..2];

    /// <summary>The kind of power, e.g. 01 行政许可, 21 公共服务.</summary>
    public string Type => Value[2..4];

    public string Main => Value[4..9];

    /// <summary>000 for a main item itself.</summary>
    public string Sub => Value[9..];

    public static bool TryParse(string? text, out BasicCode value, out string error)
    {
        var s = Typed.Clean(text);
        error = s.Length == 0 ? "请填写基本编码"
            : s.Length != 12 ? $"基本编码应为12位，现为{s.Length}位"
            : Typed.NonDigit(s) is > 0 and var at ? $"基本编码第{at}位应为数字"
            : "";
        value = error.Length == 0 ? new(s) : default;
        return error.Length == 0;
    }

    public static BasicCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var value, out string error) ? value : throw new FormatException(error);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out BasicCode result) => TryParse(s, out result, out string _);

    public override string ToString() => Value;
}
