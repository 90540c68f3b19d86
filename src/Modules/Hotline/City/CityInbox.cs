using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Hotline.City;

/// <summary>Carries out what the city sends. Each order and message is a write of its own: a platform that dies in the middle sends again, and finds what was taken known.</summary>
internal sealed class CityInbox(AppDb db, Writer writer, CountyScope scope, OrderDesk desk, OrderIntake intake, CityFiles files)
{
    public static readonly Actor City = new(new Guid("c17e0000-0000-7000-8000-000000012345"), "市 12345 平台", null);

    public async Task<IReadOnlyList<CityAcknowledgement>> Orders(IReadOnlyList<CityOrderInput?> orders, DateTimeOffset now, CancellationToken ct)
    {
        var (by, answers) = (await desk.ActBy(new Act(City, now), ct), new List<CityAcknowledgement>());
        var areas = (await db.DivisionRefs.AsNoTracking().Select(d => d.Code).ToListAsync(ct)).ToHashSet();
        var units = (await db.UnitRefs.AsNoTracking().Select(u => u.Id).ToListAsync(ct)).ToHashSet();
        foreach (var order in orders)
        {
            answers.Add(await One(order ?? new(), (areas, units), by, ct));
            db.ChangeTracker.Clear();
        }

        return answers;
    }

    private async Task<CityAcknowledgement> One(CityOrderInput input, (HashSet<AreaCode> Areas, HashSet<UnitId> Units) known, OrderAct by, CancellationToken ct)
    {
        var number = input.SourceNumber?.Trim() ?? "";
        if (Fault(input, number, by) is { } fault)
        {
            return new(number, false, fault.Code, fault.Message, null);
        }

        try
        {
            var taken = await writer.Write(by.Act, null, async () =>
            {
                if (await Known(number, ct) is { } earlier)
                {
                    return new Taken(earlier, true);
                }

                var order = intake.Add(Draft(input, number, known, by), by);
                db.Add(Message("order", number, number, order.Id, true, "accepted", by));
                return new Taken(order.Id, false, await files.Told(input.Attachments, order, by, ct));
            }, ct);
            var ours = await db.Orders.AsNoTracking().Where(o => o.Id == taken.Id).Select(o => o.Number).FirstAsync(ct);
            return new(number, true, taken.Known ? "known" : "accepted", taken.Known ? "此前已经接收" : Received(taken.Files), ours);
        }
        catch (RuleViolation refused)
        {
            return new(number, false, refused.Code, refused.Message, null);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear(); // the same order twice at once: the other was faster
            var ours = await db.Orders.AsNoTracking().Where(o => o.SourceNumber == number).Select(o => o.Number).FirstOrDefaultAsync(ct);
            return ours is null ? new(number, false, "busy", "暂时没有存下来，请重发。", null) : new(number, true, "known", "此前已经接收", ours);
        }
    }

    private async Task<Guid?> Known(string number, CancellationToken ct) => await db.Orders.Where(o => o.SourceNumber == number).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct);

    private static (string Code, string Message)? Fault(CityOrderInput input, string number, OrderAct by) =>
        number.Length is 0 or > 60 ? ("source-number", "sourceNumber 应为 1 至 60 个字符。")
        : string.IsNullOrWhiteSpace(input.Content) ? ("content-missing", "工单没有诉求内容。")
        : input.Content.Length > by.Limits[OrderLimitCode.Content] ? ("content-too-long", $"诉求内容不能超过 {by.Limits[OrderLimitCode.Content]} 个字。")
        : !OrderText.Fits(input.Content, input.Title, input.Appeal, input.Address, input.Name, input.Topic) ? ("characters", "文字中含有不能显示的控制字符。")
        : input.Sex is { } sex && !Enum.IsDefined(sex) ? ("sex", "性别 sex 不认识。")
        : input.Type is null || !Enum.IsDefined(input.Type.Value) ? ("type", "诉求类型 type 不认识。")
        : input.Title?.Length > 200 || input.Address?.Length > 200 || input.Topic?.Length > 40 || input.Appeal?.Length > 2000 || input.Name?.Length > 50 ? ("too-long", "标题、地址、热点标签、诉求或姓名太长。")
        : input.CityDue is { } due && (due < by.Act.Today.AddDays(-60) || due > by.Act.Today.AddDays(365)) ? ("city-due", "cityDue 不合理。")
        : null;

    private OrderDraft Draft(CityOrderInput input, string number, (HashSet<AreaCode> Areas, HashSet<UnitId> Units) known, OrderAct by)
    {
        var keys = scope.County.Keys;
        var phone = Phone.TryParse(input.Phone, out var parsed, out string _) ? parsed.Value : null;
        var callback = Phone.TryParse(input.Callback, out parsed, out string _) ? parsed.Value : null;
        var idNumber = !input.Anonymous && ResidentId.TryParse(input.IdNumber, out var resident, out string _) ? resident.Value : null;
        var (area, reported) = (new AreaCode(input.Area ?? ""), new UnitId(input.ReportedUnit ?? ""));
        return new()
        {
            Source = OrderSource.City, SourceNumber = number, Type = input.Type!.Value, Urgency = input.Urgency ?? Urgency.Ordinary, Title = input.Title?.Trim() ?? "", Content = input.Content!.Trim(), Appeal = input.Appeal?.Trim() ?? "",
            ContentClass = by.Codes.HasClass(input.ContentClass, by.Act.Today) ? input.ContentClass! : "", Area = known.Areas.Contains(area) ? area : new(scope.County.Code + "000000"),
            Address = input.Address?.Trim() ?? "", CityDue = input.CityDue, Secret = input.Secret, Topic = input.Topic?.Trim() ?? "", ReportedUnit = known.Units.Contains(reported) ? reported : null,
            Requester = new() { Anonymous = input.Anonymous, Name = keys.Seal(input.Anonymous ? null : input.Name?.Trim()), Phone = keys.Seal(phone), PhoneIndex = phone is null ? "" : keys.IndexOf(phone), Sex = input.Sex ?? Sex.Unknown, Callback = keys.Seal(callback), IdNumber = keys.Seal(idNumber) },
        };
    }

    /// <summary>补充、退回重办、回访结果、延期答复 — about an order that was sent.</summary>
    public async Task<CityAcknowledgement> Follow(CityFollowInput input, DateTimeOffset now, CancellationToken ct)
    {
        var (by, number) = (await desk.ActBy(new Act(City, now, string.IsNullOrWhiteSpace(input.Text) ? null : input.Text.Trim()), ct), input.SourceNumber!.Trim());
        try
        {
            return await writer.Write(by.Act, null, async () =>
            {
                if (await db.Set<CityMessage>().AsNoTracking().FirstOrDefaultAsync(m => m.Direction == CityDirection.In && m.Key == input.Key, ct) is { } before)
                {
                    return new CityAcknowledgement(number, true, "known", "此前已经接收", null);
                }

                var known = await db.Orders.Where(o => o.SourceNumber == number).Select(o => o.Id).FirstOrDefaultAsync(ct);
                var order = await db.LoadOrder(known, ct) ?? throw new RuleViolation("unknown-order", "没有这个编号的工单。");
                await desk.Carry(order, (o, b) => Carried(input, o, b), by, ct);
                db.Add(Message(input.Kind!, input.Key!, number, order.Id, true, "accepted", by));
                return new CityAcknowledgement(number, true, "accepted", Received(await files.Told(input.Attachments, order, by, ct)), order.Number);
            }, ct);
        }
        catch (RuleViolation refused)
        {
            db.ChangeTracker.Clear();
            return new(number, false, refused.Code, refused.Message, null);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear(); // the same message twice at once, or the order was changed meanwhile
            return await db.Set<CityMessage>().AsNoTracking().AnyAsync(m => m.Direction == CityDirection.In && m.Key == input.Key, ct)
                ? new(number, true, "known", "此前已经接收", null)
                : new(number, false, "busy", "暂时没有存下来，请重发。", null);
        }
    }

    private static Task Carried(CityFollowInput input, WorkOrder o, OrderAct by)
    {
        switch (input.Kind)
        {
            case "addition":
                // photographs alone are an addition as well
                o.Supplement(SupplementBy.City, by.Act.Reason ?? (input.Attachments is { Count: > 0 } sent ? $"补充附件 {sent.Count} 个。" : ""), by.Act, input.Key!);
                break;
            case "rehandling":
                o.Rehandle(by.Limits[OrderLimitCode.Rehandling], input.CityDue, by.NewId(), by.Act, by.Clock);
                break;
            case "visit":
                Visited(input, o, by);
                break;
            case "extension-answer" when input.Granted == true && input.CityDue is { } due:
                o.TakeCityDue(due, by.Act, by.Clock);
                break;
            case "extension-answer":
                o.Supplement(SupplementBy.City, $"市平台不同意延期：{by.Act.Reason ?? "没有说明理由"}", by.Act, input.Key!);
                break;
            default:
                throw new RuleViolation("unknown-kind", $"消息类型“{input.Kind}”不认识。");
        }

        return Task.CompletedTask;
    }

    // the city asks its callers; who is content closes the order, who is not waits for our office or the city's own word to handle it again
    private static void Visited(CityFollowInput input, WorkOrder o, OrderAct by)
    {
        o.Visit(new(VisitBy.City, input.Reached ?? true, input.Attitude, input.Result, by.Act.Reason ?? ""), by.Act);
        if (input.Reached != false && !o.Displeased)
        {
            o.Close(by.Limits[OrderLimitCode.VisitTries], by.Act);
        }
    }

    private static CityMessage Message(string kind, string key, string number, Guid order, bool accepted, string answer, OrderAct by) => new()
    {
        Id = by.NewId(), Direction = CityDirection.In, Kind = kind, Key = key, SourceNumber = number, OrderId = order, Accepted = accepted, Answer = answer, At = by.Act.Now, On = by.Act.Today,
    };

    private static string Received((int Named, int Refused) files) => files.Refused == 0 ? "已接收" : $"已接收；附件 {files.Named} 个中 {files.Refused} 个不能接收";

    private sealed record Taken(Guid Id, bool Known, (int Named, int Refused) Files = default);
}
