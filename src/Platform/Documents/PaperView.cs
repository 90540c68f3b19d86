namespace Yimen.Platform.Documents;

/// <summary>A document with the product's own style sheets, which stand inside the file.</summary>
public sealed record PaperView(DocumentView Document, string Style);
