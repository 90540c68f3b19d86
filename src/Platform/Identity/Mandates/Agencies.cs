using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Identity.Mandates;

/// <summary>That one acts, or once acted, for another: as 法定代表人, by a 授权, or by a 委托 on record.</summary>
/// <param name="MandateId">Null for the 法定代表人, who needs none.</param>
/// <param name="Until">Null: as long as they are the 法定代表人.</param>
/// <param name="Why">Why it does not serve on the day or for the purpose, in a sentence; empty where it does.</param>
public sealed record Agency(Guid? MandateId, string Principal, string Agent, MandateScope Scope, DateOnly? Until, string Document, string Why)
{
    public bool Serves => Why.Length == 0;

    /// <summary>法定代表人, or 授权（全部办理，至 2021年1月1日）.</summary>
    public string Words => MandateId is null ? "法定代表人" : $"{(Document.Length == 0 ? "授权" : $"委托（{Document}）")}，{Label.Of(Scope)}，至 {Until:yyyy-MM-dd}";
}

/// <summary>Who may act for a principal: the read door for windows. Principals and agents are named by the numbers that their cards show.</summary>
public sealed class Agencies(AppDb db, CountyScope scope)
{
    /// <summary>All who act or acted for the principal, those that serve first.</summary>
    /// <param name="number">身份证号码 or 统一社会信用代码 of the principal.</param>
    /// <param name="wanted">What the agent wants to do: everything includes it.</param>
    public async Task<IReadOnlyList<Agency>> For(string number, MandateScope wanted, DateOnly day, CancellationToken ct) =>
        [.. (await All(number, wanted, day, ct)).Select(a => a.Agency).OrderByDescending(a => a.Serves).ThenBy(a => a.Agent, StringComparer.Ordinal)];

    /// <summary>What stands between the two; one that serves if there is one, else the latest that does not; null where nothing is on record.</summary>
    /// <param name="agentNumber">身份证号码 of the agent.</param>
    public async Task<Agency?> Between(string number, string agentNumber, MandateScope wanted, DateOnly day, CancellationToken ct)
    {
        var index = scope.County.Keys.IndexOf(agentNumber);
        var agent = await db.Users.Where(a => a.ResidentIndex == index).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(ct);
        return agent is { } id ? await Between(number, id, wanted, day, ct) : null;
    }

    /// <inheritdoc cref="Between(string, string, MandateScope, DateOnly, CancellationToken)"/>
    public async Task<Agency?> Between(string number, Guid agent, MandateScope wanted, DateOnly day, CancellationToken ct) =>
        (await All(number, wanted, day, ct)).Where(a => a.AgentId == agent).Select(a => a.Agency).OrderByDescending(a => a.Serves).ThenByDescending(a => a.Until).FirstOrDefault();

    private async Task<List<(Guid AgentId, Agency Agency)>> All(string number, MandateScope wanted, DateOnly day, CancellationToken ct)
    {
        var index = scope.County.Keys.IndexOf(number);
        var organisation = await db.Set<Organisation>().AsNoTracking().FirstOrDefaultAsync(o => o.CreditCode == number && o.State != OrganisationState.Closed, ct);
        var given = await db.Set<Mandate>().AsNoTracking().Where(m => organisation == null ? m.PrincipalIndex == index : m.OrganisationId == organisation.Id).OrderBy(m => m.Id).ToListAsync(ct);
        var all = given.ConvertAll(m => (m.AgentId, new Agency(m.Id, m.PrincipalName, m.AgentName, m.Scope, m.Until, m.Document, WhyNot(m, organisation, wanted, day))));
        if (organisation is not null)
        {
            all.Insert(0, (organisation.RepresentativeId, new(null, organisation.Name, organisation.RepresentativeName, MandateScope.Everything, null, "", NotVerified(organisation))));
        }

        return all;
    }

    private static string WhyNot(Mandate m, Organisation? organisation, MandateScope wanted, DateOnly day) =>
        m.State == MandateState.Revoked ? $"{m.AgentName}的授权已经撤销"
        : m.Until < day ? $"{m.AgentName}的授权已于 {m.Until:yyyy-MM-dd} 到期"
        : m.From > day ? $"{m.AgentName}的授权自 {m.From:yyyy-MM-dd} 起才生效"
        : m.Scope != MandateScope.Everything && m.Scope != wanted ? $"{m.AgentName}的授权范围是“{Label.Of(m.Scope)}”，不包括“{Label.Of(wanted)}”"
        : organisation is null ? "" : NotVerified(organisation);

    private static string NotVerified(Organisation o) => o.State == OrganisationState.Verified ? "" : $"{o.Name}尚未核验，请法定代表人带营业执照和身份证到窗口核验";
}
