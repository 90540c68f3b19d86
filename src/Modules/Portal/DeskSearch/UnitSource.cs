using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Points;

namespace Yimen.Portal.DeskSearch;

/// <summary>Units by their name, short name or code: who they are and how to reach them is no secret to any member of staff.</summary>
internal static class UnitSource
{
    public static readonly SearchSource Source = new(90, "单位", Find);

    private static async Task<SearchFound> Find(SearchAsk ask, CancellationToken ct)
    {
        var code = new UnitId(ask.Words.ToUpperInvariant());
        var hits = await ask.Db.UnitRefs
            .Where(u => !u.Closed && (u.Name.Contains(ask.Words) || u.ShortName.Contains(ask.Words) || u.Id == code))
            .OrderBy(u => u.CreditCode).Take(ask.Take).ToListAsync(ct);
        return new([.. hits.Select(u => new SearchHit(u.Name, $"/items?unit={Uri.EscapeDataString(u.Id.Value)}", $"{Label.Of(u.Kind)}，电话 {u.ConsultPhone}"))]);
    }
}
