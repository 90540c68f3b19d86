using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Secondments;

/// <summary>The list's query, as it stands in the URL.</summary>
public sealed record SecondmentFilter(string? Q, string? State, string? Unit, string? Sort, string? Page, string? Size);

/// <summary>A secondment as lists tell it.</summary>
public sealed record SecondmentRow(Guid Id, string Unit, DateOnly Month, string Why, string PersonName, DateOnly? From, DateOnly? Until, int Hours, DateOnly NameBy, bool Late, SecondmentState State);

public sealed record SecondmentsView(IReadOnlyList<SecondmentRow> Rows, Paging Paging, SecondmentFilter Filter, IReadOnlyList<Choice> Units, bool MayExport)
{
    /// <summary>The form by which the office calls upon a unit; null for who may not.</summary>
    public SecondmentCallView? Call { get; init; }
}

/// <summary>业务骨干选派 — who is called upon, who serves, who has served; a unit only its own; taken out with a purpose, since people are named.</summary>
internal static class ListSecondments
{
    public const string Here = "/desk/secondments";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, [AsParameters] SecondmentFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
            Page.Of<SecondmentsPage>(http, await View(http, filter, db, table, ct) with { Call = await CallUnit.View(http, db, table, new(), ct) })).RequirePermission(SecondmentPermissions.Read);
        app.MapGet("/api/v1/secondments", async Task<Ok<IReadOnlyList<SecondmentRow>>> (HttpContext http, [AsParameters] SecondmentFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
            TypedResults.Ok((await View(http, filter, db, table, ct)).Rows)).RequirePermission(SecondmentPermissions.Read).Described("业务骨干选派");
        app.MapExport<SecondmentFilter, SecondmentRow>(Here, OrderPermissions.Export, Taken);
    }

    /// <summary>What this visitor may see: everything, or their unit's.</summary>
    public static IQueryable<Secondment> Within(this IQueryable<Secondment> secondments, HttpContext http, PermissionTable table, string verb) =>
        http.Visitor.UnitsFor(table, verb) is { } units ? secondments.Where(r => units.Contains(r.Unit)) : secondments;

    public static async Task<SecondmentsView> View(HttpContext http, SecondmentFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var within = db.Set<Secondment>().AsNoTracking().Within(http, table, SecondmentPermissions.Read);
        var found = Sorted(Apply(within, filter), filter.Sort);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await Rows(found.Skip(paging.Skip).Take(paging.Size), db, http.Act().Today).ToListAsync(ct);
        var units = await db.UnitRefs.AsNoTracking().Where(u => within.Any(r => r.Unit == u.Id)).OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        return new(rows, paging, filter, units, http.Visitor.May(table, OrderPermissions.Export));
    }

    private static ExportOf<SecondmentRow> Taken(HttpContext http, SecondmentFilter filter, AppDb db, PermissionTable table)
    {
        var found = Sorted(Apply(db.Set<Secondment>().AsNoTracking().Within(http, table, OrderPermissions.Export), filter), filter.Sort);
        return new("业务骨干选派", Here, Rows(found, db, http.Act().Today), r => new Dictionary<string, object?>
        {
            ["单位"] = r.Unit, ["月份"] = $"{r.Month:yyyy-MM}", ["原因"] = r.Why, ["人员"] = r.PersonName, ["到岗"] = $"{r.From:yyyy-MM-dd}", ["结束"] = $"{r.Until:yyyy-MM-dd}", ["培训学时"] = r.Hours, ["状态"] = Label.Of(r.State),
        })
        { Notice = "含选派人员的姓名，不含电话和证件号码。谁导出了多少条、用来做什么，会记入导出登记。" };
    }

    private static IQueryable<SecondmentRow> Rows(IQueryable<Secondment> secondments, AppDb db, DateOnly today)
    {
        var units = db.UnitRefs;
        return secondments.Select(r => new SecondmentRow(r.Id, units.Where(u => u.Id == r.Unit).Select(u => u.ShortName).FirstOrDefault() ?? "—", r.Month, r.Why, r.PersonName, r.From, r.Until, r.Trainings.Sum(t => t.Hours), r.NameBy,
            r.State == SecondmentState.Wanted && r.NameBy < today, r.State));
    }

    private static IQueryable<Secondment> Apply(IQueryable<Secondment> secondments, SecondmentFilter filter)
    {
        secondments = string.IsNullOrWhiteSpace(filter.Q) ? secondments : secondments.Where(r => r.PersonName.Contains(filter.Q.Trim()) || r.Trainings.Any(t => t.Subject.Contains(filter.Q.Trim())));
        secondments = Enum.TryParse<SecondmentState>(filter.State, out var state) ? secondments.Where(r => r.State == state) : secondments;
        return UnitId.TryParse(filter.Unit, null, out var unit) ? secondments.Where(r => r.Unit == unit) : secondments;
    }

    private static IQueryable<Secondment> Sorted(IQueryable<Secondment> secondments, string? sort) => sort switch
    {
        "month" => secondments.OrderBy(r => r.Month).ThenBy(r => r.Id),
        "by" => secondments.OrderBy(r => r.NameBy).ThenBy(r => r.Id),
        "-by" => secondments.OrderByDescending(r => r.NameBy).ThenBy(r => r.Id),
        _ => secondments.OrderByDescending(r => r.Month).ThenBy(r => r.Id),
    };
}
