using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Journal;

public sealed record JournalSealsView(IReadOnlyList<JournalSeal> Rows, Paging Paging);

public sealed record ExportsView(IReadOnlyList<ExportRecord> Rows, Paging Paging);

/// <summary>每日封存 and 导出登记 — what the auditor holds against the files and against people.</summary>
internal static class JournalSealPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/journal/seals", Seals).RequirePermission("journal.read").ExcludeFromDescription();
        app.MapGet("/desk/journal/exports", Exports).RequirePermission("journal.read").ExcludeFromDescription();
    }

    private static async Task<IResult> Seals(HttpContext http, AppDb db)
    {
        var seals = db.Set<JournalSeal>().AsNoTracking();
        var paging = Paging.Of(http.Request.Query["page"], http.Request.Query["size"], await seals.CountAsync(http.RequestAborted));
        return Page.Of<JournalSealsPage>(http, new JournalSealsView(
            await seals.OrderByDescending(s => s.Day).Skip(paging.Skip).Take(paging.Size).ToListAsync(http.RequestAborted), paging));
    }

    private static async Task<IResult> Exports(HttpContext http, AppDb db)
    {
        var records = db.Set<ExportRecord>().AsNoTracking();
        var paging = Paging.Of(http.Request.Query["page"], http.Request.Query["size"], await records.CountAsync(http.RequestAborted));
        return Page.Of<ExportsPage>(http, new ExportsView(
            await records.OrderByDescending(r => r.At).ThenBy(r => r.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(http.RequestAborted), paging));
    }
}
