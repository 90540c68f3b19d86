namespace Yimen.Platform.Ui;

/// <summary>What an error page says: in plain words what happened, the law if there is one, and a number to quote.</summary>
public sealed record ErrorView(int Status, string Title, string What, string? Article, string Number);
