using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Appraisal;

public sealed record HonoursView(IReadOnlyList<HonourRow> Rows, string? Month, string? Group, IReadOnlyList<Choice> Months, IReadOnlyList<Choice> Groups);

/// <summary>红黑榜 — of final sheets only, so that nobody stands there who may still be right.</summary>
internal static class ListHonours
{
    public const string Here = "/desk/appraisals/honours";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, string? month, string? group, AppDb db, CancellationToken ct) => Page.Of<HonoursPage>(http, await View(db, month, group, ct))).RequirePermission(AppraisalPermissions.Read);
        app.MapGet("/api/v1/appraisals/honours", async Task<Ok<IReadOnlyList<HonourRow>>> (string? month, string? group, AppDb db, CancellationToken ct) =>
            TypedResults.Ok((await View(db, month, group, ct)).Rows)).RequirePermission(AppraisalPermissions.Read).Described("热线考核红黑榜");
    }

    private static async Task<HonoursView> View(AppDb db, string? month, string? group, CancellationToken ct)
    {
        var final = db.Set<AppraisalSheet>().AsNoTracking().Where(s => s.State == AppraisalState.Final);
        var months = await final.OrderByDescending(s => s.Month).Select(s => s.Month).ToListAsync(ct);
        var wanted = AppraisalDesk.MonthOf(month) ?? (months.Count > 0 ? months[0] : null);
        var chosen = Enum.TryParse<AppraisalGroup>(group, out var g) && Enum.IsDefined(g) ? g : (AppraisalGroup?)null;
        var rows = await (from s in final.Where(s => s.Month == wanted)
                          join l in db.Set<AppraisalLine>().Where(l => l.Honour != null && (chosen == null || l.Group == chosen)) on s.Id equals l.SheetId
                          orderby l.Group, l.Honour, l.Rank, l.Id
                          select new { s.Month, l.Group, l.UnitName, l.Rank, l.Score, l.Honour }).ToListAsync(ct);
        return new([.. rows.Select(r => new HonourRow($"{r.Month:yyyy-MM}", $"{r.Month.Year}年{r.Month.Month}月", Label.Of(r.Group), r.UnitName, r.Rank!.Value, r.Score!.Value / 100m, r.Honour!.Value))],
            wanted is { } m ? $"{m:yyyy-MM}" : null, group, [.. months.Select(x => new Choice($"{x:yyyy-MM}", $"{x.Year}年{x.Month}月"))], [.. Enum.GetValues<AppraisalGroup>().Select(x => new Choice(x.ToString(), Label.Of(x)))]);
    }
}
