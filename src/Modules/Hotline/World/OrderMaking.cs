using Yimen.Hotline.City;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Reminders;
using Yimen.Hotline.Replies;
using Yimen.Hotline.Returns;
using Yimen.Hotline.Reviews;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Limits;

namespace Yimen.Hotline.World;

/// <summary>Carries plans out through the room's own verbs, each act by whom and when it would have been (ADR 0012).</summary>
internal sealed class OrderMaking(AppDb db, OrderPeople people, LegalClock clock, IReadOnlyList<DatedLimit> limits, CountyKeys keys, ReceivedFile scan)
{
    private const int Seed = 12345;
    private readonly IdSource ids = IdSource.Seeded(Seed);

    public WorkOrder Make(OrderPlan plan)
    {
        var o = Receive(plan);
        if (plan.Reach is OrderReach.Received or OrderReach.Follower)
        {
            return o;
        }

        if (plan.Reach is OrderReach.Direct or OrderReach.ToCity)
        {
            var by = By(people.Office(plan.N), plan.At(plan.Received, 10), plan.Reach == OrderReach.ToCity ? "经核实事发地不在本市范围，请改派。" : null);
            if (plan.Reach == OrderReach.Direct)
            {
                o.AnswerDirectly(plan.Matter.Reply, by.Act);
            }
            else
            {
                o.ReturnToCity(by.Act);
            }

            return o;
        }

        Dispatch(o, plan, UnitOf(plan), plan.At(plan.Received, 10));
        if (plan.Reach is OrderReach.Dispatched or OrderReach.ReturnAsked)
        {
            if (plan.Reach == OrderReach.ReturnAsked)
            {
                o.AskReturn(Given(plan), By(people.Liaison(o.Unit!.Value), plan.At(plan.Received, 15)).Act);
            }

            return o;
        }

        o.SignFor(By(people.Liaison(o.Unit!.Value), plan.At(plan.Signed, 9)).Act);
        Handle(o, plan);
        return o;
    }

    private WorkOrder Receive(OrderPlan plan)
    {
        var by = By(plan.Source == OrderSource.City ? CityInbox.City : plan.Source is OrderSource.Online or OrderSource.Mailbox ? new(Guid.Empty, "访客", null) : people.Office(plan.N), plan.At(plan.Received, 8));
        var phone = $"0751-0{800 + plan.N:000000}"; // no subscriber number begins with 0
        var number = plan.Source == OrderSource.City ? $"SG{plan.Received:yyyyMMdd}{plan.N:00000}" : null;
        var order = WorkOrder.Receive(by.NewId(), ids.NewCode(6), new()
        {
            Source = plan.Source, SourceNumber = number, AccountId = plan.Source is OrderSource.Online or OrderSource.Mailbox ? people.Citizen(plan.N) : null, Type = plan.Matter.Type, Area = plan.Town.Area, Address = plan.Place, Title = Placed(plan.Matter.Title, plan), Content = Placed(plan.Matter.Content, plan),
            Urgency = plan.Matter.Urgency, Topic = plan.Matter.Topic, Secret = plan.Matter.Secret, ReportedUnit = plan.Matter.Reported == "TOWN" ? plan.Town.Unit : null,
            ContentClass = plan.Reach is OrderReach.Received ? "" : plan.Matter.ContentClass, CityDue = number is null ? null : clock.Due(plan.Received, Period.Working(by.Limits.Terms(plan.Matter.Type).LimitDays + 1)),
            Requester = new() { Anonymous = plan.N % 23 == 0, Name = keys.Seal(plan.N % 23 == 0 ? null : $"演示{"甲乙丙丁戊己庚辛"[plan.N % 8]}"), Phone = keys.Seal(phone), PhoneIndex = keys.IndexOf(phone), Sex = plan.N % 3 == 0 ? Sex.Female : plan.N % 3 == 1 ? Sex.Male : Sex.Unknown },
        }, by.Limits.Terms(plan.Matter.Type), by.Act, clock);
        if (plan.N % 6 == 1)
        {
            var file = StoredFile.Of(by.NewId(), scan with { Name = "情况说明（示例）.pdf" }, order.Ref, by.Act);
            db.Add(file);
            order.Enclose(new() { Id = by.NewId(), FileId = file.Id, Name = file.Name, ByName = "诉求人", At = by.Act.Now, FromCaller = true }, by.Limits[OrderLimitCode.Enclosures]);
        }

        db.Add(order);
        db.Index(order);
        if (number is not null)
        {
            db.Add(new CityMessage { Id = by.NewId(), Direction = CityDirection.In, Kind = "order", Key = number, SourceNumber = number, OrderId = order.Id, Accepted = true, Answer = "accepted", At = by.Act.Now, On = by.Act.Today });
        }

        return order;
    }

    private void Handle(WorkOrder o, OrderPlan plan)
    {
        var liaison = By(people.Liaison(o.Unit!.Value), plan.At(plan.Signed, 11));
        switch (plan.Reach)
        {
            case OrderReach.Signed:
                return;
            case OrderReach.ExtensionAsked:
                o.AskExtension(2, "需要采购材料、协调施工单位进场。", liaison.Act);
                return;
            case OrderReach.Suspended:
                o.Begin(liaison.Act);
                o.Suspend("等待检测、鉴定结果", "已送检，等待检测报告。", By(people.Office(plan.N), plan.At(plan.Signed, 16)).Act, clock);
                return;
            case OrderReach.Handling or OrderReach.Late or OrderReach.Raised:
                o.Begin(liaison.Act);
                Added(o, plan);
                Errand(o, plan, plan.Signed, back: false);
                Press(o, plan);
                return;
            default:
                Answer(o, plan);
                return;
        }
    }

    // every other caller who waits has something to add
    private static void Added(WorkOrder o, OrderPlan plan)
    {
        if (plan.N % 2 == 0)
        {
            o.Supplement(SupplementBy.Caller, "补充：今天又看了一次，情况和反映时一样，希望尽快处理，有结果请打电话告诉我。", new(new(Guid.Empty, "访客", null), plan.At(plan.Signed, 15)));
        }
    }

    private void Press(WorkOrder o, OrderPlan plan)
    {
        if (plan.Reach == OrderReach.Handling)
        {
            return;
        }

        var office = By(people.Office(plan.N), plan.At(plan.Visited, 10), "期限将到，请抓紧办理并按时答复。");
        o.Press(ReminderLevel.Reminder, office.Act);
        if (plan.Reach == OrderReach.Raised)
        {
            o.Press(ReminderLevel.Supervision, By(people.Office(plan.N), plan.At(plan.Visited, 11), "涉及多个单位，进展缓慢。").Act);
            o.ProposeCoordination(office.NewId(), By(people.Office(plan.N), plan.At(plan.Visited, 12), "权属不清，几个单位都认为不是自己的职责。").Act);
            Coordinated(o, plan);
        }

        Criticise(o, plan);
    }

    // as the watch does it by itself once an order is days beyond its day (OrderWatch)
    private void Criticise(WorkOrder o, OrderPlan plan)
    {
        var beyond = OrderLimitTable.The.At(limits, plan.Received)[OrderLimitCode.Criticism] + 1;
        var on = o.Due is { } due ? clock.Calendar.AddWorkdays(due, beyond) : DateOnly.MaxValue;
        on = on < plan.Visited ? plan.Visited : on;
        if (plan.Reach == OrderReach.Late && on <= plan.Last)
        {
            o.Press(ReminderLevel.Criticism, new Act(Actor.System, plan.At(on, 15), $"逾期 {beyond} 个工作日没有回复"));
        }
    }

    private void Answer(WorkOrder o, OrderPlan plan)
    {
        Reply(o, plan, plan.Replied);
        if (plan.Reach == OrderReach.UnitReview)
        {
            return;
        }

        var levels = OrderCodes.Shipped.Levels(plan.Replied);
        o.Pass(levels.Count, levels, By(people.Head(o.Unit!.Value), plan.At(plan.Replied, 15)).Act);
        if (plan.Reach == OrderReach.OfficeReview)
        {
            return;
        }

        o.Release(By(people.Office(plan.N), plan.At(plan.Replied, 16)).Act);
        if (plan.Reach == OrderReach.FollowUp)
        {
            return;
        }

        Verdict(o, plan);
    }

    // every third waits for its meeting
    private void Coordinated(WorkOrder o, OrderPlan plan)
    {
        if (raised++ % 3 == 0)
        {
            return;
        }

        var by = By(people.Office(plan.N), plan.At(plan.Visited, 16));
        var town = plan.Town.Unit;
        (UnitId, string)[] duties = town == o.Unit || town == o.ReportedUnit ? [] : [(town, "配合现场核查，做好与诉求人的沟通解释")];
        o.DecideCoordination(new(plan.Visited, "热线办、承办单位、属地镇街", "各单位说明了各自的职责和已做的工作，对现场权属意见不一；会议逐条核对三定规定后形成决定。", "由承办单位牵头处理，属地镇街配合，按职责分工答复诉求人。", o.Unit!.Value, clock.Calendar.AddWorkdays(plan.Visited, 30), duties), by.Act);
        if (raised % 2 == 0 && duties.Length > 0)
        {
            o.ReportDuty("已派人到现场核查，并当面向诉求人说明了处理安排。", By(people.Liaison(town), plan.At(plan.Last, 10)).Act);
        }
    }

    private void Verdict(WorkOrder o, OrderPlan plan)
    {
        var bad = plan.Reach is OrderReach.Displeased or OrderReach.Rehandled;
        var by = plan.Source == OrderSource.City ? (VisitBy.City, CityInbox.City) : (VisitBy.Office, people.Office(plan.N));
        var asked = By(by.Item2, plan.At(plan.Visited, 9));
        o.Visit(new(by.Item1, true, bad ? Attitude.Dissatisfied : (Attitude)(5 - (plan.N % 3)), bad ? CallerResult.NotSolved : plan.N % 9 == 0 ? CallerResult.Partly : CallerResult.Solved, bad ? "诉求人称问题没有解决。" : ""), asked.Act);
        var office = By(people.Office(plan.N), plan.At(plan.Visited, 14), bad ? "诉求人反映没有解决，退回重新办理。" : null);
        if (plan.Reach == OrderReach.Rehandled)
        {
            o.Rehandle(office.Limits[OrderLimitCode.Rehandling], null, office.NewId(), office.Act, clock);
            return;
        }

        o.Close(office.Limits[OrderLimitCode.VisitTries], bad ? office.Act with { Reason = "已按规定办理并当面解释，诉求超出政策范围。" } : office.Act);
        if (plan.Reach == OrderReach.Archived)
        {
            o.Archive($"RX-{plan.Received.Year}-{plan.N:0000}", By(people.Office(plan.N), plan.At(plan.Visited, 16)).Act);
        }
    }

    // what a town is asked to mend, its village looks at first
    private void Errand(WorkOrder o, OrderPlan plan, DateOnly day, bool back)
    {
        if (o.Unit != plan.Town.Unit || o.Paused is not null || plan.Town.Villages.Count == 0 || o.Type != OrderType.Help)
        {
            return;
        }

        var (village, given) = (plan.Town.Villages[plan.N % plan.Town.Villages.Count], By(people.Liaison(o.Unit.Value), plan.At(day, 11)).Act);
        o.HandDown(new(village.Code, village.Name, "到现场核实情况，拍照，能当场解决的当场解决。", given.Today), given);
        if (back)
        {
            o.TakeFeedback(village.Code, "网格员已到现场，情况属实，已先行处理并拍照，后续由镇里安排。", By(people.Liaison(o.Unit.Value), plan.At(day, 13)).Act);
        }
    }

    private void Reply(WorkOrder o, OrderPlan plan, DateOnly day)
    {
        Errand(o, plan, day, back: true);
        var by = By(people.Liaison(o.Unit!.Value), plan.At(day, 14));
        var file = StoredFile.Of(by.NewId(), scan, o.Ref, by.Act);
        db.Add(file);
        o.Reply(new(by.NewId(), plan.At(day, 10), ContactWay.Phone, Placed(plan.Matter.Facts, plan), plan.Matter.Outcome, Placed(plan.Matter.Reply, plan), plan.Matter.Basis, "演示经办人", "0751-0000345", file.Id), OrderCodes.Shipped.Levels(day), by.Act, clock);
    }

    private void Dispatch(WorkOrder o, OrderPlan plan, UnitId unit, DateTimeOffset at)
    {
        var by = By(people.Office(plan.N), at);
        o.Dispatch(new(plan.Matter.Type, plan.Matter.ContentClass, plan.Matter.Urgency, unit, plan.N % 9 == 4 && unit != plan.Town.Unit && o.ReportedUnit is null ? [plan.Town.Unit] : [], $"职责分工：{OrderCodes.Shipped.ClassName(plan.Matter.ContentClass, plan.Received)}（{plan.Matter.Basis}）")
        {
            Topic = plan.Matter.Topic, Terms = by.Limits.Terms(plan.Matter.Type), Signing = by.Limits.Signing,
        }, by.Act, clock);
    }

    private int raised;

    private static UnitId UnitOf(OrderPlan plan) => plan.Matter.Unit == "TOWN" ? plan.Town.Unit : new(plan.Matter.Unit);

    private ReturnDraft Given(OrderPlan plan) => new(ids.NewId(plan.At(plan.Received, 15)), "不属于本单位法定职责", "本单位三定规定", UnitOf(plan) == plan.Town.Unit ? new("ZJJ") : plan.Town.Unit);

    private static string Placed(string text, OrderPlan plan) => text.Replace("{p}", plan.Place, StringComparison.Ordinal);

    private OrderAct By(Actor who, DateTimeOffset at, string? reason = null) => new(new Act(who, at, reason), clock, OrderLimitTable.The.At(limits, ChinaTime.DateOf(at)), ids);
}
