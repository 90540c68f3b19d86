using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Offers;

/// <summary>统筹下发事项 — by batch, unit and state; each unit sees its own.</summary>
internal static class ListOffers
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/offers", Show).RequirePermission(Rights.Read);

    private static async Task<IResult> Show(HttpContext http, [AsParameters] OfferFilter filter, AppDb db, CancellationToken ct)
    {
        var mine = db.Offers.AsNoTracking().Within(http.Reach(Rights.Read));
        var rows = db.Rows(Narrow(mine, filter));
        var paging = Paging.Of(filter.Page, filter.Size, await rows.CountAsync(ct));
        var page = await rows.OrderBy(r => r.StateNumber == 0 ? 0 : 1).ThenByDescending(r => r.Batch).ThenBy(r => r.Code).ThenBy(r => r.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        var units = await db.UnitRefs.Where(u => mine.Any(o => o.Unit == u.Id)).OrderBy(u => u.Id).Select(u => new { u.Id, u.ShortName }).ToListAsync(ct);
        IReadOnlyList<Choice> choices = [.. units.Select(u => new Choice(u.Id.Value, u.ShortName))];
        return Page.Of<OfferListPage>(http, new OfferListView(page, paging, filter, [.. Chips(filter, choices)])
        {
            Batches = await Batches(mine, ct),
            Units = choices,
            MayOffer = http.MaySomewhere(Rights.Offer),
        });
    }

    internal static IQueryable<OfferRow> Rows(this AppDb db, IQueryable<Offer> offers) =>
        from o in offers
        join u in db.UnitRefs on o.Unit equals u.Id into named
        from u in named.DefaultIfEmpty()
        select new OfferRow
        {
            Id = o.Id, Batch = o.Batch, Code = o.BasicCode + o.Handling, Name = o.Name, Unit = o.Unit, UnitName = (string?)u.ShortName ?? "",
            OfferedOn = o.OfferedOn, StateNumber = (int)o.State, ItemId = o.ItemId,
        };

    private static async Task<IReadOnlyList<BatchLine>> Batches(IQueryable<Offer> offers, CancellationToken ct) =>
        await offers.GroupBy(o => o.Batch).OrderByDescending(g => g.Key)
            .Select(g => new BatchLine(g.Key, g.Count(), g.Count(o => o.State == OfferState.Claimed), g.Count(o => o.State == OfferState.Declined))).Take(12).ToListAsync(ct);

    private static IQueryable<Offer> Narrow(IQueryable<Offer> offers, OfferFilter filter)
    {
        if (filter.Q?.Trim() is { Length: > 0 } q)
        {
            offers = offers.Where(o => o.Name.Contains(q) || o.BasicCode.Contains(q));
        }

        if (filter.Unit is { Length: > 0 } unit)
        {
            var id = new UnitId(unit);
            offers = offers.Where(o => o.Unit == id);
        }

        offers = int.TryParse(filter.Batch, out var batch) ? offers.Where(o => o.Batch == batch) : offers;
        return Enum.TryParse<OfferState>(filter.State, out var state) && Enum.IsDefined(state) ? offers.Where(o => o.State == state) : offers;
    }

    private static IEnumerable<FilterChip> Chips(OfferFilter filter, IReadOnlyList<Choice> units)
    {
        if (filter.Q is { Length: > 0 } q)
        {
            yield return new($"包含“{q}”", "q");
        }

        if (filter.Batch is { Length: > 0 } batch)
        {
            yield return new($"第 {batch} 批", "batch");
        }

        if (filter.Unit is { Length: > 0 } unit)
        {
            yield return new($"单位：{units.FirstOrDefault(u => u.Value == unit)?.Label ?? unit}", "unit");
        }

        if (Enum.TryParse<OfferState>(filter.State, out var state))
        {
            yield return new($"状态：{Label.Of(state)}", "state");
        }
    }
}
