using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;

namespace Yimen.Hotline.City;

/// <summary>Said of a door that a signature opens and no account: who does not sign is told nothing of what it takes.</summary>
internal sealed record SignedDoor;

/// <summary>The doors for the city's platform: signed requests of its own, no account and no cookie (docs/city-exchange.md).</summary>
internal static class CityDoor
{
    public const int Most = 1000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/hotline/city/orders", Orders).AllowAnonymous().WithMetadata(new SignedDoor()).Accepts<CityBatchInput>("application/json").Described("市平台派来工单，一批最多 1000 件，逐件答复；签名验证");
        app.MapPost("/api/v1/hotline/city/messages", Follow).AllowAnonymous().WithMetadata(new SignedDoor()).Accepts<CityFollowInput>("application/json").Described("市平台的补充、退回重办、回访结果和延期答复；签名验证");
        app.MapPost("/api/v1/hotline/city/counts", Counts).AllowAnonymous().WithMetadata(new SignedDoor()).Accepts<CityCountInput>("application/json").Described("市平台一天的对账清单；签名验证");
        app.MapGet("/api/v1/hotline/city/files/{key}", Take).AllowAnonymous().WithMetadata(new SignedDoor()).Described("市平台取答复的盖章扫描件和照片，key 由答复消息给出；签名验证");
    }

    // only what a message named; nothing else of the store is there
    private static async Task<IResult> Take(HttpContext http, string key, CityGate gate, AppDb db, Writer writer, FileStore store, CancellationToken ct)
    {
        if (await gate.EnterFor(http, key, ct) is { } refused)
        {
            return refused;
        }

        var named = await db.Set<CityFile>().AsNoTracking().Where(f => f.Direction == CityDirection.Out && f.Key == key).ToListAsync(ct);
        if (named.Count == 0 || await db.Set<StoredFile>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == named[0].FileId, ct) is not { } file)
        {
            return Results.Problem("没有这个文件。", statusCode: StatusCodes.Status404NotFound);
        }

        if (named.Any(f => f.State != CityFileState.Fetched))
        {
            var act = new Act(CityInbox.City, http.Act().Now);
            await writer.Write(act, async () => (await db.Set<CityFile>().Where(f => f.Direction == CityDirection.Out && f.Key == key).ToListAsync(ct)).ForEach(f => f.Fetched(act.Now)), ct);
        }

        return FileDownload.Of(http, store, file);
    }

    private static async Task<IResult> Orders(HttpContext http, CityGate gate, CityInbox inbox, CancellationToken ct)
    {
        var (batch, refused) = await Read<CityBatchInput>(http, gate, ct);
        return refused ?? (batch!.Orders!.Count > Most
            ? Results.Problem($"一批最多 {Most} 件，现有 {batch.Orders.Count} 件。", statusCode: StatusCodes.Status413PayloadTooLarge)
            : Results.Ok(new { results = await inbox.Orders(batch.Orders, http.Act().Now, ct) }));
    }

    private static async Task<IResult> Follow(HttpContext http, CityGate gate, CityInbox inbox, CancellationToken ct)
    {
        var (message, refused) = await Read<CityFollowInput>(http, gate, ct);
        if (refused is not null)
        {
            return refused;
        }

        var answer = await inbox.Follow(message!, http.Act().Now, ct);
        return answer.Accepted ? Results.Ok(answer) : Results.Json(answer, statusCode: answer.Code == "unknown-order" ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Counts(HttpContext http, CityGate gate, AppDb db, Writer writer, CancellationToken ct)
    {
        var (counts, refused) = await Read<CityCountInput>(http, gate, ct);
        if (refused is not null)
        {
            return refused;
        }

        var act = new Act(CityInbox.City, http.Act().Now);
        await writer.Write(act, async () =>
        {
            var row = await db.Set<CityCount>().FirstOrDefaultAsync(c => c.On == counts!.On, ct) ?? db.Add(new CityCount { On = counts!.On!.Value }).Entity;
            (row.Sent, row.Heard, row.At) = ([.. counts!.Sent!], [.. counts.Heard!], act.Now);
        }, ct);
        return Results.Ok(new { accepted = true });
    }

    private static async Task<(T? Value, IResult? Refused)> Read<T>(HttpContext http, CityGate gate, CancellationToken ct)
        where T : class
    {
        var (body, refused) = await gate.Enter(http, ct);
        if (refused is not null)
        {
            return (null, refused);
        }

        try
        {
            var value = JsonSerializer.Deserialize<T>(body, Json);
            var faults = new List<ValidationResult>();
            return value is not null && Validator.TryValidateObject(value, new(value), faults, validateAllProperties: true)
                ? (value, null)
                : (null, Results.Problem(string.Join("；", faults.Select(f => f.ErrorMessage).DefaultIfEmpty("正文是空的。")), statusCode: StatusCodes.Status400BadRequest));
        }
        catch (JsonException)
        {
            return (null, Results.Problem("正文不是约定的 JSON。", statusCode: StatusCodes.Status400BadRequest));
        }
    }
}
