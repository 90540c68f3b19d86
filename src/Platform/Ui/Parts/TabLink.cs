namespace Yimen.Platform.Ui;

public sealed record TabLink(string Title, string Href, bool Current, int? Count = null);
