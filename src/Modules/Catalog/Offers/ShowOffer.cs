using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Claims;
using Yimen.Catalog.Registry;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;

namespace Yimen.Catalog.Offers;

/// <summary>One offer: what is offered, under which code it would stand, claim or decline.</summary>
internal static class ShowOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/desk/offers/{id:guid}", async (Guid id, HttpContext http, AppDb db, JournalChanges changes, CancellationToken ct) =>
            Page.Of<OfferPage>(http, await View(id, Rights.Read, http, db, changes, ct))).RequirePermission(Rights.Read);

    internal static async Task<OfferView> View(Guid id, string right, HttpContext http, AppDb db, JournalChanges changes, CancellationToken ct)
    {
        var offer = await db.Offers.AsNoTracking().Within(http.Reach(right)).FirstOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotThere();
        var row = await db.Rows(db.Offers.Where(o => o.Id == id)).FirstAsync(ct);
        var basic = await db.BasicItems.AsNoTracking().FirstOrDefaultAsync(b => b.Code == offer.BasicCode, ct);
        var unit = await db.UnitRefs.FirstOrDefaultAsync(u => u.Id == offer.Unit, ct);
        var (code, fault) = Compose(unit, offer);
        var mine = unit is not null && http.May(Rights.Edit, offer.Unit, unit.Area);
        return new OfferView(row, offer.Trail.Count)
        {
            Basic = [("主项名称", basic?.MainName ?? "—"), ("事项类型", Words.TypeOf(offer.BasicCode.Length > 3 ? offer.BasicCode[2..4] : "")), ("主管部门", basic?.Department ?? "—"), ("设定依据", basic?.LegalBasis ?? "—")],
            WouldBe = code,
            Fault = fault,
            MayClaim = mine && Offer.Lifecycle.Can(offer.State, OfferVerb.Claim),
            MayDecline = mine && Offer.Lifecycle.Can(offer.State, OfferVerb.Decline),
            Timeline = await db.Story(changes, offer.Ref, ct),
        };
    }

    private static (string? Code, string? Fault) Compose(UnitRef? unit, Offer offer)
    {
        try
        {
            return unit is null ? (null, $"单位 {offer.Unit} 不在机构表中。") : (ClaimCodes.Of(unit, offer.BasicCode, offer.Handling).Full(), null);
        }
        catch (RuleViolation fault)
        {
            return (null, fault.Message);
        }
    }
}
