using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Points;

namespace Yimen.Cases.OutsideCases;

/// <summary>Registrations for the desk's search: by the outside number, by applicant or item.</summary>
internal static class OutsideSource
{
    public static readonly SearchSource Source = new(12, "外部系统登记", async (ask, ct) =>
    {
        var reach = ScopeReach.Of(ask.Visitor, ask.Permissions, OutsidePermissions.Read);
        var hits = await OutsideFilter.Matching(ask.Db.OutsideCases.AsNoTracking().Standing.Within(reach), ask.Words)
            .OrderByDescending(c => c.AcceptedOn).ThenBy(c => c.Id).Take(ask.Take).Select(OutsideRow.Of).ToListAsync(ct);
        return new([.. hits.Select(h => new SearchHit(h.Item, $"/desk/outside-cases/{h.Id}", $"{h.Number}，{Masking.Party(h.Applicant)}") { Status = Label.Of(h.State), Tone = h.Tone })],
            hits.Count == 0 ? null : $"/desk/outside-cases?q={Uri.EscapeDataString(ask.Words)}");
    });
}
