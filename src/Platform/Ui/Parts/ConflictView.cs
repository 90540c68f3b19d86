namespace Yimen.Platform.Ui;

/// <summary>Two people changed one thing: what you typed and what stands now, field by field.</summary>
/// <param name="What">办件 20200509SCJG0012</param>
/// <param name="Who">Who changed it meanwhile.</param>
public sealed record ConflictView(string What, string Who, DateTimeOffset At, IReadOnlyList<FieldPair> Fields, string CurrentHref);

public sealed record FieldPair(string Label, string? Yours, string? Theirs)
{
    public bool Differs => (Yours ?? "") != (Theirs ?? "");
}
