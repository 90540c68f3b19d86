namespace Yimen.Catalog.Fields;

public enum FieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    Prose,
    Number,
    YesNo,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>Any of the choices; as text joined by 、.</summary>
    Choices,
}

/// <summary>要素 — one field of an implementation list or of one of its rows, always as text. The form, the import, the comparison and the item's page all read this one table.</summary>
internal sealed record Field<T>(string Name, string Label, Func<T, string> Read, Func<T, string, T> Write)
{
    public FieldKind Kind { get; init; }

    public bool Required { get; init; }

    public int MaxLength { get; init; } = 200;

    /// <summary>For numbers: 0 to this.</summary>
    public int Max { get; init; } = 999;

    public IReadOnlyList<string> Choices { get; init; } = [];

    public string? Hint { get; init; }

    public string? Unit { get; init; }

    /// <summary>What is wrong with a text for this field; null when nothing is.</summary>
    public FieldFault? Check(string text) => FieldRules.Check(this, text);

    /// <summary>A number with its unit; other values as they are.</summary>
    public string Shown(string value) => Unit is null || value.Length == 0 ? value : value + Unit;

    public FieldView View(string value, string prefix = "") =>
        new(prefix + Name, Label, Kind, value) { Required = Required, MaxLength = MaxLength, Choices = Choices, Hint = Hint, Unit = Unit };
}

/// <summary>Why a value is refused: for the page, for the reject file and for programs.</summary>
/// <param name="Field">The field's name as posted, or its column.</param>
/// <param name="Code">Stable, kebab-case: <c>required</c>, <c>html</c>, <c>too-long</c> …</param>
/// <param name="Message">In Chinese, what to do.</param>
internal sealed record FieldFault(string Field, string Code, string Message);

/// <summary>A field as a page draws it.</summary>
public sealed record FieldView(string Name, string Label, FieldKind Kind, string Value)
{
    public bool Required { get; init; }

    public int MaxLength { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    public string? Hint { get; init; }

    public string? Unit { get; init; }
}
