using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Catalog.Offers;
using Yimen.Catalog.Review;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Claims;

/// <summary>不认领 — the entry is not the unit's business; the reason goes back to the centre. It may still be claimed later.</summary>
internal static class DeclineOffer
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/desk/offers/{id:guid}/refusal", Post).RequirePermission(Rights.Edit);

    private static async Task<IResult> Post(Guid id, [FromForm] StepInput input, HttpContext http, AppDb db, Writer writer, JournalChanges changes, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.Reason))
        {
            var errors = new FormErrors();
            errors.Add("reason", "请填写不认领的原因");
            return Page.Again<OfferPage>(http, await ShowOffer.View(id, Rights.Edit, http, db, changes, ct) with { Errors = errors });
        }

        await Handle(id, input.Reason, Words.VersionFrom(input.Version), (http, db, writer), ct);
        return Page.Then(http, $"/desk/offers/{id}", "已退回，不认领的原因已记录。");
    }

    internal static Task<Guid> Handle(Guid id, string? reason, long? version, (HttpContext Http, AppDb Db, Writer Writer) by, CancellationToken ct)
    {
        var act = by.Http.Act(reason);
        return by.Writer.Write(act, by.Http.IdempotencyKey, async () =>
        {
            var offer = await by.Db.TakeOffer(by.Http, id, version, ct);
            offer.Decline(act);
            return offer.Id;
        }, ct);
    }
}
