using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Catalog.Review;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Suspension;

/// <summary>暂停, 恢复, 取消 — whether the public may use an item, by the centre, with the reason people will read.</summary>
internal static class ItemSteps
{
    internal static readonly (string Noun, ItemVerb Verb, string[] WillHappen)[] All =
    [
        ("suspension", ItemVerb.Suspend, ["门户显示“暂停办理”和您写的原因，窗口和网上不再收件。", "正在办理的办件不受影响，时限照常计算。"]),
        ("resumption", ItemVerb.Resume, ["门户恢复显示办事指南，窗口和网上可以收件。"]),
        ("cancellation", ItemVerb.Cancel, ["事项不再提供，不能恢复；重新提供须再次认领。", "正在办理的办件按原版本办完。"]),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var (noun, verb, lines) in All)
        {
            app.MapGet($"/desk/items/{{id:guid}}/{noun}", async (Guid id, HttpContext http, AppDb db, CancellationToken ct) =>
                Page.Of<VerbPage>(http, View(noun, verb, lines, await Allowed(id, verb, http, db, ct)))).RequirePermission(Rights.Publish);
            app.MapPost($"/desk/items/{{id:guid}}/{noun}", (Guid id, [FromForm] StepInput input, HttpContext http, AppDb db, Writer writer, CancellationToken ct) =>
                Post((noun, verb, lines), id, input, (http, db, writer), ct)).RequirePermission(Rights.Publish);
        }
    }

    private static async Task<Item> Allowed(Guid id, ItemVerb verb, HttpContext http, AppDb db, CancellationToken ct)
    {
        var item = await db.Look(http, id, Rights.Publish, ct);
        ItemLifecycle.Items.After(item.State, verb);
        return item;
    }

    private static async Task<IResult> Post((string Noun, ItemVerb Verb, string[] Lines) step, Guid id, StepInput input, (HttpContext Http, AppDb Db, Writer Writer) by, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(input.Reason))
        {
            var errors = new FormErrors();
            errors.Add("reason", "请填写原因和依据");
            var item = await Allowed(id, step.Verb, by.Http, by.Db, ct);
            return Page.Again<VerbPage>(by.Http, View(step.Noun, step.Verb, step.Lines, item) with { Errors = errors, Version = Words.VersionFrom(input.Version) ?? item.Trail.Count });
        }

        await Handle(step.Verb, id, input.Reason, Words.VersionFrom(input.Version), by, ct);
        return Page.Then(by.Http, $"/desk/items/{id}", $"已{Label.Of(step.Verb)}。");
    }

    internal static Task<Guid> Handle(ItemVerb verb, Guid id, string? reason, long? version, (HttpContext Http, AppDb Db, Writer Writer) by, CancellationToken ct)
    {
        var act = by.Http.Act(reason);
        return by.Writer.Write(act, by.Http.IdempotencyKey, async () =>
        {
            var item = await by.Db.Take(by.Http, id, Rights.Publish, version, ct);
            item.Apply(verb, act);
            return item.Id;
        }, ct);
    }

    private static VerbView View(string noun, ItemVerb verb, string[] lines, Item item) => new(item.Id, item.Name, Label.Of(verb), noun, item.Trail.Count)
    {
        WillHappen = lines,
        ReasonLabel = "原因和依据",
        Dangerous = verb == ItemVerb.Cancel,
    };
}
