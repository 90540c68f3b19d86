namespace Yimen.Knowledge;

/// <summary>在用 — from which day to which day a version stood ready as an answer, and until when it was to hold. Figures count these days (ruling 40).</summary>
internal sealed class InUse
{
    private InUse()
    {
    }

    public long Id { get; private init; }

    public Guid ArticleId { get; private init; }

    public Guid VersionId { get; private init; }

    public DateOnly From { get; private init; }

    /// <summary>The first day on which it no longer did; null while it does.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The last day of its validity as it stood then.</summary>
    public DateOnly? ValidTo { get; private init; }

    public bool Public { get; private init; }

    internal static InUse Begin(Article article, DateOnly from) =>
        new() { ArticleId = article.Id, VersionId = article.Current!.Value, From = from, ValidTo = article.ValidTo, Public = article.Visibility == Contracts.Visibility.Public };

    internal void End(DateOnly on) => To = on < From ? From : on;
}
