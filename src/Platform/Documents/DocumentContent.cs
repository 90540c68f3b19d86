using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Yimen.Platform.Documents;

/// <summary>What a document says, apart from how it looks: the page, the PDF and the Word file are made of the same.</summary>
/// <param name="Title">关于…的受理通知书, or the kind's name.</param>
/// <param name="UnitName">Who signs: the full name of the unit.</param>
/// <param name="Date">The day under the signature.</param>
public sealed record DocumentContent(string Title, string UnitName, DateOnly Date)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>To whom: the name alone, the colon is added. Masked where a stranger verifies the document.</summary>
    public string? Addressee { get; init; }
    public IReadOnlyList<DocumentPart> Parts { get; init; } = [];

    /// <summary>附件, by name.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>附注: contact, remedies, in smaller words after the date.</summary>
    public string? Note { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static DocumentContent FromJson(string json) => JsonSerializer.Deserialize<DocumentContent>(json, Options)!;
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "part")]
[JsonDerivedType(typeof(Paragraph), "p")]
[JsonDerivedType(typeof(Numbered), "n")]
[JsonDerivedType(typeof(Heading), "h")]
[JsonDerivedType(typeof(TablePart), "t")]
public abstract record DocumentPart;

/// <summary>Prose; begins two characters in.</summary>
public sealed record Paragraph(string Text) : DocumentPart;

/// <summary>A paragraph that counts: 一、二、三、 throughout the document.</summary>
public sealed record Numbered(string Text) : DocumentPart;

public sealed record Heading(string Text) : DocumentPart;

/// <summary>A table with a head that repeats on every page; every row has as many cells as the head.</summary>
public sealed record TablePart(IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows) : DocumentPart
{
    public bool Equals(TablePart? other) => other is not null && Head.SequenceEqual(other.Head)
        && Rows.Count == other.Rows.Count && Rows.Zip(other.Rows).All(r => r.First.SequenceEqual(r.Second));

    public override int GetHashCode() => HashCode.Combine(Head.Count, Rows.Count);
}
