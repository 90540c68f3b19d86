using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Channels;

/// <summary>How an urgent contact stands after an act.</summary>
public sealed record UrgentStanding(Guid OrderId, string OrderNumber, string State, DateTimeOffset Until);

/// <summary>确认知悉 — a human of the unit says that they know of the urgent order; signing for it says the same.</summary>
internal static class AcknowledgeOrder
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/acknowledgement", Show).RequirePermission(ChannelPermissions.Acknowledge);
        app.MapPost("/desk/orders/{id:guid}/acknowledgement", Post).RequirePermission(ChannelPermissions.Acknowledge);
        app.MapPost("/api/v1/orders/{id:guid}/acknowledgement", async Task<Ok<UrgentStanding>> (HttpContext http, Guid id, Answering answering, CancellationToken ct) =>
            TypedResults.Ok(await answering.Acknowledge(http, id, ct))).RequirePermission(ChannelPermissions.Acknowledge).Described("确认知悉紧急工单");
    }

    // the card that led here may be opened late: whoever comes after the answer sees the order
    private static async Task<IResult> Show(HttpContext http, Guid id, OrderDesk desk, AppDb db, CancellationToken ct)
    {
        var found = await desk.Find(http, id, ChannelPermissions.Acknowledge, ct);
        return await db.OpenContactOf(id, ct) is not { } contact || http.Visitor.Actor.Unit != contact.Unit
            ? Page.Then(http, found.Href)
            : Page.Of<AcknowledgementPage>(http, new AcknowledgementView(await OrderPages.View(http, found, desk, new(), ct), contact.What, contact.Until));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, Answering answering, CancellationToken ct)
    {
        await answering.Acknowledge(http, id, ct);
        return Page.Then(http, $"/desk/orders/{id}", "已确认知悉，不再联络下一位。请在签收时限内签收。");
    }

    internal sealed class Answering(AppDb db, Writer writer, OrderDesk desk, UrgentCalling urgent)
    {
        public async Task<UrgentStanding> Acknowledge(HttpContext http, Guid id, CancellationToken ct)
        {
            var (act, order) = (http.Act(), await desk.Find(http, id, ChannelPermissions.Acknowledge, ct));
            return await writer.Write(act, http.IdempotencyKey, async () =>
            {
                var contact = await db.OpenContactOf(order.Id, ct) ?? throw new RuleViolation("no-contact", "这件工单没有等待答复的紧急联络，可能已有人签收或者确认。");
                if (act.By.Unit != contact.Unit)
                {
                    throw new RuleViolation("unit-handles", "本单由主办单位确认知悉，其他单位不能代为确认。");
                }

                await urgent.Finish(contact, "确认知悉", false, act, ct);
                return new UrgentStanding(order.Id, order.Number, Label.Of(contact.State), contact.Until);
            }, ct);
        }
    }
}

public sealed record AcknowledgementView(OrderVerbView Order, string What, DateTimeOffset Until);
