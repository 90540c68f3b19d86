using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Identity.Mandates;

/// <summary>Somebody in whose name an account may act today.</summary>
/// <param name="CreditCode">The organisation's 统一社会信用代码; null for a person.</param>
/// <param name="ResidentIndex">The person's keyed digest; null for an organisation.</param>
/// <param name="Until">Null: as long as the account is the 法定代表人.</param>
public sealed record Principal(string Name, string? CreditCode, string? ResidentIndex, MandateScope Scope, DateOnly? Until);

/// <summary>The read door for whoever takes an application in another's name.</summary>
public sealed class Principals(AppDb db)
{
    /// <summary>All in whose name the account may act on that day: organisations it represents, organisations and persons that gave it a mandate.</summary>
    public async Task<IReadOnlyList<Principal>> Of(Guid account, DateOnly day, CancellationToken ct)
    {
        var represented = await db.Set<Organisation>().AsNoTracking()
            .Where(o => o.RepresentativeId == account && o.State == OrganisationState.Verified)
            .OrderBy(o => o.Name).Select(o => new Principal(o.Name, o.CreditCode, null, MandateScope.Everything, null)).ToListAsync(ct);
        var given = await (
            from m in db.Set<Mandate>().AsNoTracking()
            where m.AgentId == account && m.State == MandateState.InForce && m.From <= day && day <= m.Until
            join o in db.Set<Organisation>().Where(o => o.State == OrganisationState.Verified) on m.OrganisationId equals o.Id into organisations
            from o in organisations.DefaultIfEmpty()
            where m.OrganisationId == null || o != null
            orderby m.PrincipalName, m.Id
            select new Principal(m.PrincipalName, o == null ? null : o.CreditCode, m.PrincipalIndex, m.Scope, m.Until)).ToListAsync(ct);
        return [.. represented, .. given];
    }
}
