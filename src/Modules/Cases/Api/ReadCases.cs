using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.CasePage;
using Yimen.Cases.Contracts;
using Yimen.Cases.Search;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Api;

/// <summary>GET one case, the list, and what happened to one: for staff within their scope, for others what they filed.</summary>
internal static class ReadCases
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/cases/{id:guid}", One).RequireAuthorization().Described("读取一件办件；带 If-None-Match 时未变则答 304");
        app.MapGet("/api/v1/cases", List).RequireAuthorization().Described("查询办件，条件与办件查询页相同；个人令牌只查到本人提交的");
        app.MapGet("/api/v1/cases/{id:guid}/timeline", Timeline).RequireAuthorization().Described("一件办件的办理过程，新的在前");
    }

    private static async Task<Results<Ok<CaseSnapshot>, StatusCodeHttpResult>> One(HttpContext http, Guid id, Snapshots snapshots, CancellationToken ct)
    {
        var snapshot = await snapshots.Find(http.Visitor, id, ct);
        http.TellVersion(snapshot.Version);
        return http.Request.Headers.IfNoneMatch == http.Response.Headers.ETag ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(snapshot);
    }

    private static async Task<Ok<CaseList>> List(HttpContext http, [AsParameters] CaseFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var cases = db.Cases.AsNoTracking();
        var (visitor, today) = (http.Visitor, http.Act().Today);
        var found = filter.Apply(db, filter.Placed(db, visitor.IsStaff ? cases.Real.Within(visitor, table, CasePermissions.Read) : cases.FiledBy(visitor.Actor.AccountId)), today);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await filter.Order(found).Skip(paging.Skip).Take(paging.Size).Select(CaseRow.Of).ToListAsync(ct);
        return TypedResults.Ok(new CaseList(paging.Total, paging.Page, paging.Size, [.. rows.Select(CaseLine.Of)]));
    }

    private static async Task<Ok<IReadOnlyList<CaseEvent>>> Timeline(HttpContext http, Guid id, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var (visitor, me) = (http.Visitor, http.Visitor.Actor.AccountId);
        var forStaff = visitor.IsStaff && await db.Cases.Real.Within(visitor, table, CasePermissions.Read).AnyAsync(c => c.Id == id, ct);
        if (!forStaff && !await db.Cases.FiledBy(me).AnyAsync(c => c.Id == id, ct))
        {
            throw new NotThere();
        }

        var entries = await CaseTimeline.Of(db, id, forStaff, ct);
        return TypedResults.Ok<IReadOnlyList<CaseEvent>>([.. entries.Select(e => new CaseEvent(e.At, e.Who, e.What, e.Why))]);
    }
}

/// <summary>A stretch of the list and how many there are in all.</summary>
public sealed record CaseList(int Total, int Page, int Size, IReadOnlyList<CaseLine> Cases);

/// <summary>A line of the list; the applicant's name is masked.</summary>
public sealed record CaseLine(
    Guid Id, string Number, string Item, string Applicant, UnitId Unit, CaseState State, Channel Channel, string? Window, DateTimeOffset? FiledAt,
    DateOnly? AcceptedOn, DateOnly? Due, DateOnly? DecidedOn)
{
    internal static CaseLine Of(CaseRow r) =>
        new(r.Id, r.Number, r.Item, Masking.Party(r.Applicant), r.Unit, r.State, r.Channel, r.Window, r.FiledAt, r.AcceptedOn, r.Due, r.DecidedOn);
}

/// <summary>One act.</summary>
/// <param name="Who">Empty for the applicant's eyes.</param>
public sealed record CaseEvent(DateTimeOffset At, string Who, string What, string? Why);
