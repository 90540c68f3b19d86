namespace Yimen.Platform.Documents;

/// <summary>A document as it is shown.</summary>
/// <param name="Record">Number, code, state.</param>
/// <param name="Content">What it says.</param>
/// <param name="VerifyUrl">What its QR code opens.</param>
/// <param name="Demo">Stamps 演示 and draws the sample seal.</param>
public sealed record DocumentView(DocumentRecord Record, DocumentContent Content, string VerifyUrl, bool Demo)
{
    /// <summary>Four by four, as it is read aloud.</summary>
    public string Code => string.Join('-', Record.Code.Chunk(4).Select(c => new string(c)));

    /// <summary>The parts with the numerals of those that count.</summary>
    public IEnumerable<(DocumentPart Part, string Numeral)> Parts() => Counted(Content.Parts);

    internal static IEnumerable<(DocumentPart Part, string Numeral)> Counted(IReadOnlyList<DocumentPart> parts)
    {
        var count = 0;
        foreach (var part in parts)
        {
            yield return (part, part is Numbered ? Numerals.Of(++count) + "、" : "");
        }
    }
}
