using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Pickup;

/// <summary>快递 — EMS both ways: sent with its number, and arrived; the result that arrives serves the case.</summary>
internal static class PostResult
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/desk/cases/{id:guid}/parcels", Send).RequirePermission(CasePermissions.Deliver);
        app.MapPost("/desk/cases/{id:guid}/parcels/{parcelId:guid}/arrival", Arrive).RequirePermission(CasePermissions.Deliver);
    }

    private static Task<IResult> Send(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, IdSource ids, CancellationToken ct)
    {
        var number = string.Concat((form["parcel"].FirstOrDefault() ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (number.Length is < 8 or > 30 || !DateOnly.TryParse(form["sentOn"].FirstOrDefault(), out var sentOn) || !Enum.TryParse<ParcelWay>(form["way"].FirstOrDefault(), out var way) || !Enum.IsDefined(way))
        {
            throw new RuleViolation("parcel", "请填写快递单号（8 至 30 位字母和数字）、方向和寄出日期。");
        }

        return VerbPages.Do(http, id, CasePermissions.Deliver,
            new CaseChange((c, act, _) => c.Post(new Parcel { Id = ids.NewId(act.Now), Way = way, Number = number, SentOn = sentOn }, act)), desk, "快递已登记。", ct);
    }

    private static Task<IResult> Arrive(HttpContext http, Guid id, Guid parcelId, IFormCollection form, CaseDesk desk, CasePapers papers, CancellationToken ct)
    {
        var on = DateOnly.TryParse(form["on"].FirstOrDefault(), out var day) ? day : throw new RuleViolation("parcel", "请填写签收日期。");
        return VerbPages.Do(http, id, CasePermissions.Deliver, new CaseChange(async (Case c, Act act, LegalClock _) =>
        {
            if (c.Arrive(parcelId, on, act))
            {
                await papers.RecordService(c, act, ct);
            }
        }), desk, "签收已登记。", ct);
    }
}
