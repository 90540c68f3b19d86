using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Yimen.Kernel;

/// <summary>金额 — whole fen (分), so that sums are exact. Overflow throws.</summary>
public readonly record struct Money(long Fen) : IParsable<Money>, IComparable<Money>
{
    public static readonly Money Zero;

    public static Money Yuan(long yuan) => new(checked(yuan * 100));

    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));

    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));

    public static Money operator -(Money a) => new(checked(-a.Fen));

    public static Money operator *(Money a, long times) => new(checked(a.Fen * times));

    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The part that this is of <paramref name="whole"/>.</summary>
    public Ratio Of(Money whole) => new(Fen, whole.Fen);

    /// <summary>Reads yuan: 12.30, 1,234.5, ¥1,234.50元.</summary>
    public static bool TryParse(string? text, out Money value, out string error)
    {
        value = default;
        var s = Typed.Clean(text).TrimStart('¥', '￥').TrimEnd('元');
        var point = s.IndexOf('.');
        error = s.Length == 0 ? "请填写金额"
            : !decimal.TryParse(s, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var yuan)
                ? "金额应为数字，例如 1234.50"
            : point >= 0 && s.Length - point > 3 ? "金额最多两位小数（到分）"
            : Math.Abs(yuan) > long.MaxValue / 100 ? "金额过大"
            : Assign(yuan, out value);
        return error.Length == 0;
    }

    public static Money Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, out var value, out string error) ? value : throw new FormatException(error);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Money result) => TryParse(s, out result, out string _);

    /// <summary>1,234.50元.</summary>
    public override string ToString() => (Fen / 100m).ToString("N2", CultureInfo.InvariantCulture) + "元";

    private static string Assign(decimal yuan, out Money value)
    {
        value = new((long)(yuan * 100));
        return "";
    }
}
