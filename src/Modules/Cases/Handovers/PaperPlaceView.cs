using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Handovers;

/// <summary>纸件现在在谁手里 on the page of a case, with the slips that moved it.</summary>
/// <param name="Opens">The reader may open the slips.</param>
public sealed record PaperPlaceView(PaperPlace Place, string Words, IReadOnlyList<SlipLine> Slips, bool Opens)
{
    internal static async Task<PaperPlaceView> Of(AppDb db, Case c, string unit, bool opens, CancellationToken ct)
    {
        var place = (await db.PlacesOf([c.Id], ct)).GetValueOrDefault(c.Id);
        var slips = await (from h in db.Handovers.AsNoTracking() from l in h.Lines where l.CaseId == c.Id && l.MovedAt != null orderby l.MovedAt descending select new { h.Id, h.Number, h.Way, h.State, l.MovedAt }).ToListAsync(ct);
        var words = place switch
        {
            PaperPlace.Counter => c.Window is null ? "" : $"{c.Window} 窗口的抽屉里",
            PaperPlace.Unit => unit,
            _ => "",
        };
        return new(place, words, [.. slips.Select(s => new SlipLine(s.Id, s.Number, $"{(s.Way == HandoverWay.ToUnit ? "窗口交部门" : "部门交窗口")}，{Label.Of(s.State)}，{Dates.Moment(s.MovedAt!.Value)}"))], opens);
    }
}

public sealed record SlipLine(Guid Id, string Number, string Words);
