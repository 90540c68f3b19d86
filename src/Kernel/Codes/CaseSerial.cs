using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yimen.Kernel;

/// <summary>办件流水号 — the province's 43 characters: implementation code (31), day (8), the day's sequence (4). Derived from our own number (ruling 10).</summary>
public readonly record struct CaseSerial : IParsable<CaseSerial>
{
    private CaseSerial(string value) => Value = value;

    public string Value { get; }

    public ItemCode Item => ItemCode.Parse(Value[..31]);

    public DateOnly Date => DateOnly.ParseExact(Value.AsSpan(31, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    public int Sequence => int.Parse(Value.AsSpan(39));

    /// <param name="sequence">1–9999 within the item and day; beyond, the province's format has no place.</param>
    /// <exception cref="RuleViolation"><c>serial-exhausted</c>: the sequence has no four digits.</exception>
    public static CaseSerial Compose(ItemCode item, DateOnly date, int sequence) => sequence is >= 1 and <= 9999
        ? Parse($"{item.Value}{date:yyyyMMdd}{sequence:0000}")
        : throw new RuleViolation("serial-exhausted", $"同一事项当日办件流水号应为1至9999，现为{sequence}。");

    public static bool TryParse(string? text, out CaseSerial value, out string error)
    {
        var s = Typed.Clean(text);
        error = s.Length == 0 ? "请填写办件流水号"
            : s.Length != 43 ? $"办件流水号应为43位，现为{s.Length}位"
            : !ItemCode.TryParse(s[..31], out _, out string item) ? item
            : Typed.NonDigit(s.AsSpan(31)) is > 0 and var at ? $"办件流水号第{31 + at}位应为数字"
            : !IsDate(s.AsSpan(31, 8)) ? $"办件流水号中的日期{s[31..35]}年{s[35..37]}月{s[37..39]}日不存在"
            : "";
        value = error.Length == 0 ? new(s) : default;
        return error.Length == 0;
    }

    public static CaseSerial Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var value, out string error) ? value : throw new FormatException(error);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CaseSerial result) => TryParse(s, out result, out string _);

    public override string ToString() => Value;

    private static bool IsDate(ReadOnlySpan<char> s) => DateOnly.TryParseExact(s, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
