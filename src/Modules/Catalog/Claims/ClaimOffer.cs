using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Catalog.Fields;
using Yimen.Catalog.Review;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Catalog.Claims;

/// <summary>认领 — the unit takes an offered entry as its own: the item is made with its codes and a first version to fill.</summary>
internal static class ClaimOffer
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/desk/offers/{id:guid}/claim", Post).RequirePermission(Rights.Edit);

    private static async Task<IResult> Post(Guid id, [FromForm] StepInput input, HttpContext http, AppDb db, Writer writer, IdSource ids, CancellationToken ct)
    {
        var item = await Handle(id, Words.VersionFrom(input.Version), (http, db, writer), ids, ct);
        return Page.Then(http, $"/desk/items/{item}/edit/{ItemFields.Basics.Slug}", "已认领，请填写实施清单。");
    }

    internal static Task<Guid> Handle(Guid id, long? version, (HttpContext Http, AppDb Db, Writer Writer) by, IdSource ids, CancellationToken ct)
    {
        var act = by.Http.Act();
        return by.Writer.Write(act, by.Http.IdempotencyKey, async () =>
        {
            var offer = await by.Db.TakeOffer(by.Http, id, version, ct);
            var unit = await by.Db.UnitRefs.FirstAsync(u => u.Id == offer.Unit, ct);
            var basic = await by.Db.BasicItems.FirstAsync(b => b.Code == offer.BasicCode, ct);
            var codes = ClaimCodes.Of(unit, offer.BasicCode, offer.Handling);
            await by.Db.MustBeFree(codes, ct);
            var item = Item.Claim(codes, First(offer.Name, basic, unit), ids.NewId(act.Now), ids.NewId(act.Now), act);
            offer.Claim(item.Id, act);
            by.Db.Add(item);
            return item.Id;
        }, ct);
    }

    /// <summary>The first draft: what the basic catalogue and the unit already say.</summary>
    internal static ItemDraft First(string name, BasicItem basic, UnitRef unit) => new()
    {
        Name = name,
        Content = new()
        {
            LegalBases = basic.LegalBasis.Length == 0 ? [] : [.. basic.LegalBasis.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(law => new LegalBasis(law))],
            ConsultPhone = unit.ConsultPhone,
            SupervisePhone = unit.SupervisePhone,
        },
    };

    /// <exception cref="NotThere">It does not exist, or is another unit's.</exception>
    internal static async Task<Offer> TakeOffer(this AppDb db, HttpContext http, Guid id, long? version, CancellationToken ct)
    {
        var offer = await db.Offers.Within(http.Reach(Rights.Edit)).FirstOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotThere();
        return version is null || version == offer.Trail.Count ? offer : throw new DbUpdateConcurrencyException("The offer moved on.");
    }
}
