using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Pickup;

/// <param name="Ready">The result lies ready: what is sent is most likely that.</param>
public sealed record ParcelView(VerbView Case, bool Ready);

public sealed record ArrivalView(VerbView Case, ParcelRow Parcel);

/// <summary>快递 — EMS both ways: sent with its number, and arrived; the result that arrives serves the case.</summary>
internal static class PostResult
{
    private const string Parcels = "/desk/cases/{id:guid}/parcels";
    private const string Arrival = Parcels + "/{parcelId:guid}/arrival";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Parcels, async (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            Page.Of<ParcelPage>(http, await View(http, await desk.Find(http, id, CasePermissions.Deliver, ct), desk, new(), ct))).RequirePermission(CasePermissions.Deliver);
        app.MapPost(Parcels, Send).RequirePermission(CasePermissions.Deliver);
        app.MapGet(Arrival, async (HttpContext http, Guid id, Guid parcelId, CaseDesk desk, CancellationToken ct) =>
            Page.Of<ArrivalPage>(http, await View(http, await desk.Find(http, id, CasePermissions.Deliver, ct), parcelId, desk, new(), ct))).RequirePermission(CasePermissions.Deliver);
        app.MapPost(Arrival, Arrive).RequirePermission(CasePermissions.Deliver);
    }

    private static async Task<IResult> Send(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, IdSource ids, CancellationToken ct)
    {
        var (found, errors) = (await desk.Find(http, id, CasePermissions.Deliver, ct), new FormErrors());
        var number = string.Concat((form["parcel"].FirstOrDefault() ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (!Enum.TryParse<ParcelWay>(form["way"].FirstOrDefault(), out var way) || !Enum.IsDefined(way))
        {
            errors.Add("way", "请选择寄给申请人，还是申请人寄来。");
        }

        if (number.Length is < 8 or > 30 || found.Parcels.Any(p => p.Number == number))
        {
            errors.Add("parcel", number.Length is < 8 or > 30 ? "快递单号应为 8 至 30 位字母和数字。" : "这个快递单号已经登记。");
        }

        if (!DateOnly.TryParse(form["sentOn"].FirstOrDefault(), out var sentOn) || sentOn > http.Act().Today)
        {
            errors.Add("sentOn", "请填写寄出日期，不能晚于今天。");
        }

        return errors.Count > 0
            ? Page.Again<ParcelPage>(http, await View(http, found, desk, errors, ct))
            : await VerbPages.Do(http, id, CasePermissions.Deliver, new CaseChange((c, act, _) => c.Post(new Parcel { Id = ids.NewId(act.Now), Way = way, Number = number, SentOn = sentOn }, act)), desk, "快递已登记。", ct);
    }

    private static async Task<IResult> Arrive(HttpContext http, Guid id, Guid parcelId, IFormCollection form, CaseDesk desk, CasePapers papers, CancellationToken ct)
    {
        var (found, errors) = (await desk.Find(http, id, CasePermissions.Deliver, ct), new FormErrors());
        var sent = found.Parcels.FirstOrDefault(p => p.Id == parcelId) ?? throw new NotThere();
        if (!DateOnly.TryParse(form["on"].FirstOrDefault(), out var on) || on < sent.SentOn || on > http.Act().Today)
        {
            errors.Add("on", $"签收日期应在{Dates.Day(sent.SentOn)}至今天之间。");
            return Page.Again<ArrivalPage>(http, await View(http, found, parcelId, desk, errors, ct));
        }

        return await VerbPages.Do(http, id, CasePermissions.Deliver, new CaseChange(async (Case c, Act act, LegalClock _) =>
        {
            if (c.Arrive(parcelId, on, act))
            {
                await papers.RecordService(c, act, ct);
            }
        }), desk, "签收已登记。", ct);
    }

    private static async Task<ParcelView> View(HttpContext http, Case c, CaseDesk desk, FormErrors errors, CancellationToken ct) =>
        new(await VerbPages.View(http, c, desk, errors, ct), c.Can(CaseVerb.Deliver));

    private static async Task<ArrivalView> View(HttpContext http, Case c, Guid parcelId, CaseDesk desk, FormErrors errors, CancellationToken ct) =>
        c.Parcels.FirstOrDefault(p => p.Id == parcelId) is { DeliveredOn: null } parcel
            ? new(await VerbPages.View(http, c, desk, errors, ct), new(parcel.Id, parcel.Way, parcel.Number, parcel.SentOn, null))
            : throw new NotThere();
}
