using System.Text.Encodings.Web;
using System.Text.Json;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Replies;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.City;

/// <summary>Lays messages to the city's platform into the outbox, in the write of the act: they leave exactly when the act stands.</summary>
internal sealed class CityOutbox(AppDb db, Outbox outbox, CountyScope scope, IdSource ids, CityFiles files)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the city hears of a change of state.</summary>
    public Task Tell(WorkOrder o, Act act, CancellationToken ct) => o.Source != OrderSource.City ? Task.CompletedTask : o.State switch
    {
        OrderState.FollowUp when o.Released is { } reply => Answer(o, reply, act, ct),
        OrderState.FollowUp or OrderState.Closed when o.DirectAnswer => Send(o, "direct-answer", new { text = o.DirectText, answeredAt = act.Now }, act, ct),
        OrderState.ReturnedToCity => Send(o, "return", new { reason = act.Reason }, act, ct),
        _ => Task.CompletedTask,
    };

    private async Task Answer(WorkOrder o, OrderReply r, Act act, CancellationToken ct)
    {
        var attachments = await files.Of(o, r.ScanId, act, () => ids.NewId(act.Now), ct);
        o.Trail.Add(new Change("随答复送市平台的文件", null, $"{attachments.Count} 个"));
        await Send(o, "reply", new
        {
            outcome = r.Outcome.ToString(), text = r.Text, facts = r.Facts, basis = r.Basis, contactedAt = r.ContactedAt, contactWay = r.ContactWay.ToString(), contactPerson = r.ContactPerson, contactPhone = r.ContactPhone,
            unit = r.Unit.Value, answeredAt = act.Now, attachments,
        }, act, ct);
    }

    public Task AskExtension(WorkOrder o, DateOnly until, string why, Act act, CancellationToken ct) => Send(o, "extension", new { until, reason = why }, act, ct);

    private async Task Send(WorkOrder o, string kind, object body, Act act, CancellationToken ct)
    {
        var id = ids.NewId(act.Now);
        var message = new CityMessage
        {
            Id = id, Direction = CityDirection.Out, Kind = kind, Key = id.ToString("N"), SourceNumber = o.SourceNumber ?? "", OrderId = o.Id, Accepted = true, Answer = "", At = act.Now, On = act.Today,
        };
        db.Add(message);
        var text = JsonSerializer.Serialize(new { key = message.Key, kind, sourceNumber = o.SourceNumber, number = o.Number, body }, Json);
        await outbox.Add(act, new Letter(DeliveryChannel.Exchange, scope.County.Keys.Seal("city"), $"市平台：{Words(kind)} {o.SourceNumber}", text) { Matter = o.Ref, DedupeKey = $"city/{message.Key}" }, ct);
    }

    public static string Words(string kind) => kind switch
    {
        "order" => "派来工单",
        "addition" => "补充信息",
        "rehandling" => "退回重办",
        "visit" => "回访结果",
        "extension-answer" => "延期答复",
        "reply" => "答复",
        "return" => "退回",
        "direct-answer" => "直接解答",
        "extension" => "申请延期",
        _ => kind,
    };
}
