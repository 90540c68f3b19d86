using Microsoft.EntityFrameworkCore;
using Yimen.Cases.CasePage;
using Yimen.Cases.Search;
using Yimen.Kernel;
using Yimen.Platform.Points;

namespace Yimen.Cases.Points;

/// <summary>Cases for the desk's search: by number, by applicant or item, and by a whole id number, which finds a known applicant.</summary>
internal static class CaseSource
{
    public static readonly SearchSource It = new(10, "办件", async (ask, ct) =>
    {
        if (ask.Visitor.ScopesFor(ask.Permissions, CasePermissions.Read).Count == 0)
        {
            return SearchFound.Nothing;
        }

        var seen = ask.Db.Cases.AsNoTracking().Real.Within(ask.Visitor, ask.Permissions, CasePermissions.Read);
        var hits = await CaseFilter.Matching(ask.Db, seen, ask.Words)
            .OrderByDescending(c => c.FiledAt).ThenBy(c => c.Id).Take(ask.Take)
            .Select(c => new { c.Id, c.Number, c.ItemName, c.Applicant.Name, c.State }).ToListAsync(ct);
        return new([.. hits.Select(h => new SearchHit(h.ItemName, $"/desk/cases/{h.Id}", $"{h.Number}，{Masking.Party(h.Name)}") { Status = Label.Of(h.State), Tone = CaseTone.Of(h.State) })],
            $"/desk/cases?q={Uri.EscapeDataString(ask.Words)}");
    });
}
