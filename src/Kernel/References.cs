using System.Diagnostics.CodeAnalysis;

namespace Yimen.Kernel;

/// <summary>A unit (机构) by its stable code, opaque to all modules but Organization, e.g. <c>440281-SCJG</c>.</summary>
public readonly record struct UnitId(string Value) : IParsable<UnitId>
{
    public override string ToString() => Value;

    public static UnitId Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UnitId result)
    {
        result = new(s ?? "");
        return !string.IsNullOrWhiteSpace(s) && s.Length <= 40;
    }
}

/// <summary>A 12-digit division code, zero-padded: county 440281000000, town 440281102000, village 440281102201.</summary>
public readonly record struct AreaCode(string Value)
{
    public override string ToString() => Value;

    /// <summary>Whether <paramref name="other"/> lies in this area (a county holds its towns, a town its villages).</summary>
    public bool Contains(AreaCode other)
    {
        var significant = Value.EndsWith("000000", StringComparison.Ordinal) ? 6 : Value.EndsWith("000", StringComparison.Ordinal) ? 9 : 12;
        return other.Value.AsSpan().StartsWith(Value.AsSpan(0, significant), StringComparison.Ordinal);
    }
}

/// <summary>Points at one matter of any module: its kind (<c>case</c>, <c>item</c> …) and its id.</summary>
public readonly record struct MatterRef(string Kind, Guid Id)
{
    public override string ToString() => $"{Kind}/{Id}";
}
