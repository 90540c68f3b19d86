using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Catalog.Offers;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Catalog.Basics;

/// <summary>One entry of the basic catalogue: what it lays down, who carries it out here, to whom it was offered.</summary>
internal static class ShowBasic
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/basic-items/{code}", async (string code, HttpContext http, AppDb db, CancellationToken ct) =>
            Page.Of<BasicPage>(http, await View(code, http, db, ct))).RequirePermission(Rights.Read);
        app.MapGet("/api/v1/basic-items/{code}", Answer).RequirePermission(Rights.Read).WithTags("事项").WithName("getBasicItem").WithSummary("基本目录的一个条目，和各单位的实施清单");
    }

    private static async Task<Ok<BasicView>> Answer(string code, HttpContext http, AppDb db, CancellationToken ct) => TypedResults.Ok(await View(code, http, db, ct));

    private static async Task<BasicView> View(string code, HttpContext http, AppDb db, CancellationToken ct)
    {
        var basic = await db.BasicItems.AsNoTracking().FirstOrDefaultAsync(b => b.Code == code, ct) ?? throw new NotThere();
        return new BasicView(basic.Code, basic.Name, basic.MainName, basic.Type, basic.Department)
        {
            LegalBasis = basic.LegalBasis, Version = basic.Version, EffectiveFrom = basic.EffectiveFrom, EffectiveTo = basic.EffectiveTo,
            Items = await Items(db, db.Items.Within(http.Reach(Rights.Read)).Where(i => i.BasicCode == code)).ToListAsync(ct),
            Offers = await db.Rows(db.Offers.Within(http.Reach(Rights.Read)).Where(o => o.BasicCode == code)).OrderByDescending(o => o.OfferedOn).ThenBy(o => o.Id).ToListAsync(ct),
        };
    }

    private static IQueryable<BasicItemLine> Items(AppDb db, IQueryable<Item> items) =>
        from i in items
        join u in db.UnitRefs on i.Unit equals u.Id
        orderby i.Handling, i.Level, i.HandlingCode
        select new BasicItemLine(i.Id, i.HandlingCode, i.Name, u.ShortName, i.Level, i.State);
}

/// <summary>An item that carries the entry out.</summary>
public sealed record BasicItemLine(Guid Id, string Code, string Name, string Unit, int Level, ItemState State);

public sealed record BasicView(string Code, string Name, string MainName, string Type, string Department)
{
    public required string LegalBasis { get; init; }

    public required int Version { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    public required IReadOnlyList<BasicItemLine> Items { get; init; }

    public required IReadOnlyList<OfferRow> Offers { get; init; }
}
