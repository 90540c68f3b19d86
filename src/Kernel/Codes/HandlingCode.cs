using System.Diagnostics.CodeAnalysis;

namespace Yimen.Kernel;

/// <summary>业务办理项编码 — implementation code (31) and a serial of two digits: one of the ways an item is handled.</summary>
public readonly record struct HandlingCode : IParsable<HandlingCode>
{
    private HandlingCode(string value) => Value = value;

    public string Value { get; }

    public ItemCode Item => ItemCode.Parse(Value[..31]);

    public int Serial => int.Parse(Value.AsSpan(31));

    /// <param name="serial">1–99.</param>
    public static HandlingCode Compose(ItemCode item, int serial) => Parse($"{item.Value}{serial:00}");

    public static bool TryParse(string? text, out HandlingCode value, out string error)
    {
        var s = Typed.Clean(text);
        error = s.Length == 0 ? "请填写业务办理项编码"
            : s.Length != 33 ? $"业务办理项编码应为33位，现为{s.Length}位"
            : !ItemCode.TryParse(s[..31], out _, out string item) ? item
            : Typed.NonDigit(s.AsSpan(31)) is > 0 and var at ? $"业务办理项编码第{31 + at}位应为数字"
            : "";
        value = error.Length == 0 ? new(s) : default;
        return error.Length == 0;
    }

    public static HandlingCode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var value, out string error) ? value : throw new FormatException(error);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out HandlingCode result) => TryParse(s, out result, out string _);

    public override string ToString() => Value;
}
