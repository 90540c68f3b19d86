using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Hotline.Contracts;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

/// <summary>What became of a call, as the program of an agent tells it.</summary>
public sealed record CallResult
{
    /// <summary>Order, DirectAnswer or Invalid.</summary>
    [Required(ErrorMessage = "请填写来电结果 outcome。")]
    public CallOutcome? Outcome { get; init; }

    public OrderType? Type { get; init; }

    public Urgency Urgency { get; init; } = Urgency.Ordinary;

    public string? Title { get; init; }

    public string? Content { get; init; }

    public string? Appeal { get; init; }

    /// <summary>Twelve digits of the division; empty for the county.</summary>
    public string? Area { get; init; }

    public string? Address { get; init; }

    public string? Name { get; init; }

    /// <summary>Empty: the number that calls.</summary>
    public string? Phone { get; init; }

    public bool Anonymous { get; init; }

    public bool Secret { get; init; }

    /// <summary>The unit that it speaks of.</summary>
    public string? Reported { get; init; }

    /// <summary>Of a direct answer: what the caller was told.</summary>
    public string? Answer { get; init; }

    /// <summary>The entry of the knowledge base that it was answered from.</summary>
    public Guid? Article { get; init; }

    /// <summary>Of an invalid call: a code of the county's list.</summary>
    public string? Invalid { get; init; }

    public string? Note { get; init; }
}

/// <summary>登记来电 by a program of the agent's: the page's own use case.</summary>
internal static class RecordCallByApi
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost(CallApi.Root + "/{callId:maxlength(64)}/outcome", Post).RequirePermission(CallSlices.Take).Described("登记来电的结果：工单、直接解答或者无效来电；须启用“本地接听”");

    private static async Task<Results<Ok<CallStanding>, ValidationProblem>> Post(HttpContext http, string callId, CallResult result, CallDesk desk, CallRecording recording, CancellationToken ct)
    {
        var (call, errors) = (await desk.ByCallId(callId, ct) ?? throw new NotThere(), new FormErrors());
        var finish = result.Outcome switch { CallOutcome.Order => "order", CallOutcome.DirectAnswer => "answer", CallOutcome.Invalid => "invalid", _ => "" };
        if (finish.Length == 0)
        {
            errors.Add("outcome", "来电结果 outcome 应为 order、directAnswer 或 invalid；未接通由电话系统上报。");
        }

        return errors.Count > 0 || await recording.Handle(http, call.Id, finish, Typed(result), errors, ct) is null
            ? BadInput.Problem(errors)
            : TypedResults.Ok(CallStanding.Of(await desk.Find(call.Id, ct), http.Request.PathBase));
    }

    private static CallInput Typed(CallResult r) => new(
        new()
        {
            Type = r.Type?.ToString() ?? "", Urgency = r.Urgency.ToString(), Title = r.Title?.Trim() ?? "", Content = r.Content?.Trim() ?? "", Appeal = r.Appeal?.Trim() ?? "", Area = r.Area ?? "", Address = r.Address?.Trim() ?? "",
            Name = r.Name?.Trim() ?? "", Phone = r.Phone?.Trim() ?? "", Anonymous = r.Anonymous ? "true" : "", Secret = r.Secret ? "true" : "", Reported = r.Reported ?? "",
        },
        r.Answer?.Trim() ?? "", r.Article?.ToString() ?? "", r.Invalid ?? "", r.Note?.Trim() ?? "");
}
