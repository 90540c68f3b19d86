using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Cases.Contracts;

/// <summary>办件 as other rooms may read and join it: nothing personal.</summary>
public sealed class CaseRef
{
    public Guid Id { get; private init; }

    /// <summary>受理编号; empty while a draft.</summary>
    public string Number { get; private init; } = "";

    public Guid ItemId { get; private init; }

    public string ItemName { get; private init; } = "";

    /// <summary>The unit that decides.</summary>
    public UnitId Unit { get; private init; }

    public AreaCode Area { get; private init; }

    public Channel Channel { get; private init; }

    public string? Window { get; private init; }

    public CaseState State { get; private init; }

    /// <summary>When it really reached us; UTC.</summary>
    public DateTimeOffset? FiledAt { get; private init; }

    /// <summary>The legal day of receipt.</summary>
    public DateOnly? ReceivedOn { get; private init; }

    public DateOnly? AcceptedOn { get; private init; }

    /// <summary>The promised period's last day.</summary>
    public DateOnly? Due { get; private init; }

    public DateOnly? DecidedOn { get; private init; }
}

/// <summary>The read door of this room.</summary>
public static class CaseLookup
{
    extension(AppDb db)
    {
        /// <summary>Every case but drafts, to be joined.</summary>
        public IQueryable<CaseRef> CaseRefs => db.Set<CaseRef>().Where(c => c.State != CaseState.Draft && c.State != CaseState.Discarded);

        /// <summary>The case of this 受理编号; null when there is none.</summary>
        public Task<CaseRef?> CaseOfNumber(string number, CancellationToken ct) => db.CaseRefs.AsNoTracking().FirstOrDefaultAsync(c => c.Number == number, ct);
    }
}
