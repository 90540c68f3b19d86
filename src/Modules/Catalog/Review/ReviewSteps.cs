using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Review;

/// <summary>What a verb's page posts. Properties, since a missing constructor argument of a form answers 400.</summary>
public sealed record StepInput
{
    public string? Reason { get; init; }

    public string? Version { get; init; }
}

/// <summary>A step of a version, as a noun of the address and in words.</summary>
internal sealed record ReviewStep(string Noun, VersionVerb Verb, string? ReasonLabel, params string[] WillHappen);

/// <summary>提交审核, 部门审核通过, 退回修改, 放弃 — the steps of a version before publication; each a short page and a post.</summary>
internal static class ReviewSteps
{
    internal static readonly ReviewStep[] All =
    [
        new("submission", VersionVerb.Submit, null, "这个版本交给本单位事项审核人，审核期间不能修改。", "审核人会在待办中收到。"),
        new("approval", VersionVerb.UnitApprove, null, "确认内容准确、依据充分，交给政务服务中心业务股审核。", "业务股会在待办中收到。"),
        new("return", VersionVerb.Return, "需要修改的内容", "版本退回编辑，编辑人会在待办和事项页面看到您写的意见。"),
        new("withdrawal", VersionVerb.Discard, "放弃的原因", "这个版本不再继续，已发布的版本不受影响。"),
    ];

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var step in All)
        {
            // a return is the unit reviewer's or the centre's, by state: the exact right is asked in Handle
            app.MapGet($"/desk/items/{{id:guid}}/{step.Noun}", (Guid id, HttpContext http, AppDb db, CancellationToken ct) => Show(step, id, http, db, ct)).RequirePermission(Rights.Read);
            app.MapPost($"/desk/items/{{id:guid}}/{step.Noun}", (Guid id, [FromForm] StepInput input, HttpContext http, AppDb db, Writer writer, CancellationToken ct) =>
                Post(step, id, input, http, db, writer, ct)).RequirePermission(Rights.Read);
        }
    }

    private static async Task<IResult> Show(ReviewStep step, Guid id, HttpContext http, AppDb db, CancellationToken ct)
    {
        var item = await db.Look(http, id, Rights.Read, ct);
        Ask(step.Verb, item, http);
        ItemLifecycle.Versions.After(item.Open().State, step.Verb);
        return Page.Of<VerbPage>(http, View(step, item, item.Trail.Count));
    }

    private static async Task<IResult> Post(ReviewStep step, Guid id, StepInput input, HttpContext http, AppDb db, Writer writer, CancellationToken ct)
    {
        if (step.ReasonLabel is { } label && string.IsNullOrWhiteSpace(input.Reason))
        {
            var item = await db.Look(http, id, Rights.Read, ct);
            Ask(step.Verb, item, http);
            var errors = new FormErrors();
            errors.Add("reason", $"请填写{label}");
            return Page.Again<VerbPage>(http, View(step, item, Words.VersionFrom(input.Version) ?? item.Trail.Count) with { Errors = errors, Reason = input.Reason });
        }

        await Handle(step.Verb, id, input.Reason, Words.VersionFrom(input.Version), (http, db, writer), ct);
        return Page.Then(http, $"/desk/items/{id}", $"已{Label.Of(step.Verb)}。");
    }

    /// <summary>The step itself, from the page or the API. Answers the item's version afterwards.</summary>
    internal static Task<Guid> Handle(VersionVerb verb, Guid id, string? reason, long? version, (HttpContext Http, AppDb Db, Writer Writer) by, CancellationToken ct)
    {
        var act = by.Http.Act(reason);
        return by.Writer.Write(act, by.Http.IdempotencyKey, async () =>
        {
            var item = await by.Db.Take(by.Http, id, Rights.Read, version, ct);
            Ask(verb, item, by.Http);
            item.Pass(verb, act);
            return item.Id;
        }, ct);
    }

    /// <exception cref="NotThere">The step is not the visitor's.</exception>
    private static void Ask(VersionVerb verb, Item item, HttpContext http)
    {
        if (!http.May(Rights.Of(verb, item.Working?.State ?? VersionState.Editing), item.Unit, item.Area))
        {
            throw new NotThere();
        }
    }

    private static VerbView View(ReviewStep step, Item item, long version) => new(item.Id, item.Name, Label.Of(step.Verb), step.Noun, version)
    {
        WillHappen = step.WillHappen,
        ReasonLabel = step.ReasonLabel,
        Dangerous = step.Verb == VersionVerb.Discard,
        Faults = step.Verb is VersionVerb.Submit or VersionVerb.UnitApprove && item.Working is { } open ? [.. PublishGate.Faults(open.Draft, item.Type)] : [],
    };
}
