namespace Yimen.Catalog;

/// <summary>在用 — the days on which a version was in force: from, inclusive, to the day it no longer was. Figures count these, never the current state (ruling 40).</summary>
internal sealed class InForce
{
    private InForce()
    {
    }

    public InForce(Guid itemId, Guid versionId, DateOnly from) => (ItemId, VersionId, From) = (itemId, versionId, from);

    public long Id { get; private init; }

    public Guid ItemId { get; private init; }

    public Guid VersionId { get; private init; }

    public DateOnly From { get; private init; }

    public DateOnly? To { get; private set; }

    internal void End(DateOnly on) => To = on;
}
