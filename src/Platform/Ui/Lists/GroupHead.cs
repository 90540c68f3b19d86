namespace Yimen.Platform.Ui;

/// <summary>A heading inside a table: 今天, 已逾期. The count is of the whole group, also when a page shows less; null counts what is shown.</summary>
public sealed record GroupHead(string Title, Tone Tone = Tone.Neutral, int? Count = null);
