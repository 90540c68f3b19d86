using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Journal;

public sealed record JournalSealsView(IReadOnlyList<JournalSeal> Rows, Paging Paging);

/// <summary>The query of the list of exports, as it stands in the URL.</summary>
public sealed record ExportFilter(string? Who, string? What, string? Way, string? From, string? To, string? Page, string? Size)
{
    internal IQueryable<ExportRecord> In(IQueryable<ExportRecord> records)
    {
        records = Who?.Trim() is { Length: > 0 } who ? records.Where(r => r.ByName.Contains(who)) : records;
        records = What?.Trim() is { Length: > 0 } what ? records.Where(r => r.What.Contains(what) || r.Purpose.Contains(what) || r.Filter.Contains(what)) : records;
        records = Enum.TryParse<ExportWay>(Way, out var way) && Enum.IsDefined(way) ? records.Where(r => r.Way == way) : records;
        records = DateOnly.TryParse(From, out var from) ? records.Where(r => r.At >= ChinaTime.StartOf(from)) : records;
        return DateOnly.TryParse(To, out var to) ? records.Where(r => r.At < ChinaTime.StartOf(to.AddDays(1))) : records;
    }
}

public sealed record ExportsView(IReadOnlyList<ExportRecord> Rows, Paging Paging, ExportFilter Filter);

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

    private static async Task<IResult> Exports(HttpContext http, [AsParameters] ExportFilter filter, AppDb db)
    {
        var records = filter.In(db.Set<ExportRecord>().AsNoTracking());
        var paging = Paging.Of(filter.Page, filter.Size, await records.CountAsync(http.RequestAborted));
        return Page.Of<ExportsPage>(http, new ExportsView(
            await records.OrderByDescending(r => r.At).ThenBy(r => r.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(http.RequestAborted), paging, filter));
    }
}
