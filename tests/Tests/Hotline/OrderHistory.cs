using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Coordination;
using Yimen.Hotline.Files;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Links;
using Yimen.Hotline.Replies;
using Yimen.Hotline.Returns;
using Yimen.Hotline.Reviews;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Limits;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>What is tried next: which act, on which of the orders, by whom, after how many days, and dice for its details.</summary>
internal sealed record OrderAttempt(int Act, int Order, int Who, int Days, int Die);

/// <summary>Three orders lived through in memory, without a host and a database, under a calendar that may be changed on the way.</summary>
internal sealed class OrderHistory
{
    private static readonly UnitId Market = new("SCJG");
    private static readonly UnitId Civil = new("MZJ");
    private static readonly Actor Office = Person(1, "热线办甲", new UnitId("XZZX"));
    private static readonly Actor[] People = [Office, Person(2, "联络员乙", Market), Person(3, "分管丙", Market), Person(4, "局长丁", Market), Person(5, "联络员戊", Civil), Person(6, "局长己", Civil)];

    // the Spring Festival of 2020 as it was announced in 2019, before the notice of 27 January 2020 lengthened it
    private static readonly WorkCalendar Amended = StateCouncilCalendar.Load();
    private static readonly WorkCalendar Announced = Amended.With("announced-2019", [new(new(2020, 1, 31), "春节", false), new(new(2020, 2, 1), "春节", false)]);
    private static readonly JsonSerializerOptions AsText = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IdSource source;

    public OrderHistory(int day, int type, int city, int seed = 12345)
    {
        source = IdSource.Seeded(seed);
        Now = new DateTimeOffset(2020, 1, 2, 10, 0, 0, TimeSpan.FromHours(8)).AddDays(day).ToUniversalTime();
        for (var n = 0; n < 3; n++)
        {
            var by = By(Office);
            var kind = Enum.GetValues<OrderType>()[(type + n) % 7];
            var draft = new OrderDraft
            {
                Source = city > 0 && n == 0 ? OrderSource.City : OrderSource.WalkIn, SourceNumber = city > 0 && n == 0 ? $"S{seed}" : null, Type = kind, Area = new("440281000000"), Content = "路灯不亮", Title = "路灯不亮",
                CityDue = city > 0 && n == 0 ? by.Act.Today.AddDays(city) : null, Requester = new() { Name = new Sealed("*"), Phone = new Sealed("*"), PhoneIndex = $"p{n / 2}" },
            };
            var order = WorkOrder.Receive(by.NewId(), "ABC234", draft, by.Limits.Terms(kind), by.Act, by.Clock);
            order.Take(n + 1);
            Orders.Add(order);
        }
    }

    public List<WorkOrder> Orders { get; } = [];

    public DateTimeOffset Now { get; private set; }

    public LegalClock Clock { get; private set; } = new(Announced);

    public void Pass(int days) => Now = Now.AddDays(days).AddMinutes(7);

    // by which calendar a day was counted is kept without a note while the day stays the same
    public string Seen => Regex.Replace(string.Join('\n', Orders.Select(o => JsonSerializer.Serialize(o, AsText))), "\"CalendarVersion\":\"[^\"]*\"", "");

    /// <summary>Tries one act.</summary>
    /// <returns>Its name.</returns>
    public string Try(OrderAttempt a)
    {
        var (o, by) = (Orders[a.Order % Orders.Count], By(People[a.Who % People.Length], a.Die % 4 == 0 ? null : "演示理由"));
        // half of the time by whom it lies with, so that histories get far
        by = a.Die % 2 == 0 && o.Unit is { } unit ? By(People.First(p => p.Unit == unit), "演示理由") : by;
        var levels = by.Codes.Levels(by.Act.Today);
        var before = o.State;
        var (name, act) = Acts[a.Act % Acts.Length](o, by, a, this, levels);
        act();
        if (o.State != before && o.Followers > 0 && OrderLinks.Settles(o))
        {
            OrderLinks.Settle(o, [.. Orders.Where(f => f.MasterId == o.Id && f.State == OrderState.Following)], by);
        }

        return name;
    }

    public OrderAct By(Actor who, string? reason = null) => new(new Act(who, Now, reason), Clock, OrderLimitTable.The.At(ChinaTime.DateOf(Now)), source);

    private static readonly Func<WorkOrder, OrderAct, OrderAttempt, OrderHistory, IReadOnlyList<ReviewStep>, (string, Action)>[] Acts =
    [
        (o, by, _, _, _) => ("补充", () => o.Supplement(SupplementBy.Caller, "还是不亮", by.Act)),
        (o, by, a, _, _) => ("直接解答", () => { if (a.Die % 5 == 0) { o.AnswerDirectly("路灯已报修，请留意。", by.Act); } else { throw new RuleViolation("dice", "不做"); } }),
        (o, by, a, _, _) => ("退回市平台", () => { if (a.Die % 4 == 1) { o.ReturnToCity(by.Act); } else { throw new RuleViolation("dice", "不做"); } }),
        (o, by, a, h, _) => ("随主单", () => o.Follow(h.Orders[(a.Order + 1 + (a.Die % 2)) % 3], a.Die % 2 == 0 ? LinkKind.Repeated : LinkKind.SameMatter, by.Act)),
        (o, by, _, h, _) => ("单独办理", () => o.HandleApart(h.Orders.Find(m => m.Id == o.MasterId) ?? o, by.Act)),
        (o, by, a, _, _) => ("派单", () => o.Dispatch(Draft(a, by), by.Act, by.Clock)),
        (o, by, a, _, _) => ("派单", () => o.Dispatch(Draft(a, by), by.Act, by.Clock)),
        (o, by, _, _, _) => ("签收", () => o.SignFor(by.Act)),
        (o, by, _, _, _) => ("签收", () => o.SignFor(by.Act)),
        (o, by, _, _, _) => ("开始", () => o.Begin(by.Act)),
        (o, by, a, _, _) => ("照片", () => o.Attach(new OrderFile { Id = by.NewId(), FileId = by.NewId(), Name = "现场.jpg", ByName = by.Act.By.Name, At = by.Act.Now }, by.Act)),
        (o, by, _, _, _) => ("协办", () => o.Assist("本单位范围内没有问题。", by.Act)),
        (o, by, a, _, _) => ("交办", () => o.HandDown(new(TownPlaces.LangtianVillage, "廊田村", a.Die % 7 == 0 ? "" : "到现场核实", by.Act.Today.AddDays(a.Die % 4)), by.Act)),
        (o, by, _, _, _) => ("村居反馈", () => o.TakeFeedback(TownPlaces.LangtianVillage, "已到现场。", by.Act)),
        (o, by, _, _, _) => ("退单", () => { if (o.State == OrderState.Dispatched) { o.AskReturn(Given(o, by), by.Act); } else { o.AskTransfer(Given(o, by), by.Act); } }),
        (o, by, _, _, _) => ("同意退单", () => o.GrantReturn(by.Act, by.Clock)),
        (o, by, _, _, _) => ("驳回退单", () => o.RefuseReturn(by.Act)),
        (o, by, a, _, _) => ("延期", () => o.AskExtension(1 + (a.Die % 16), "等材料", by.Act)),
        (o, by, _, _, _) => ("同意延期", () => o.GrantExtension(by.Act, by.Clock)),
        (o, by, _, _, _) => ("驳回延期", () => o.RefuseExtension(by.Act)),
        (o, by, a, _, _) => ("向市申请", () => o.AskCity((o.CityDue ?? by.Act.Today).AddDays(1 + (a.Die % 9)), by.Act)),
        (o, by, a, _, _) => ("市改期", () => { if (o.CityDue is { } due) { o.TakeCityDue(due.AddDays(a.Die % 9), by.Act, by.Clock); } else { throw new RuleViolation("dice", "不做"); } }),
        (o, by, a, _, _) => ("挂起", () => o.Suspend(a.Die % 3 == 0 ? "" : "等待法院裁判或者仲裁", "已立案", by.Act, by.Clock)),
        (o, by, _, _, _) => ("恢复", () => o.Resume(by.Act, by.Clock)),
        (o, by, a, _, _) => ("催办", () => o.Press(Enum.GetValues<Yimen.Hotline.Reminders.ReminderLevel>()[a.Die % 3], by.Act)),
        (o, by, _, _, _) => ("提请协调", () => o.ProposeCoordination(by.NewId(), by.Act)),
        (o, by, a, _, _) => ("协调决定", () => o.DecideCoordination(Meeting(a, by), by.Act)),
        (o, by, a, h, _) => ("反馈落实", () => o.ReportDuty("已到现场处理。", h.By(People[a.Die % 2 == 0 ? 1 : 4]).Act)),
        (o, by, _, _, _) => ("登记落实", () => o.NoteDuties("热线办到现场查明已经办好。", by.Act)),
        (o, by, a, _, levels) => ("答复", () => o.Reply(Answer(a, by), levels, by.Act, by.Clock)),
        (o, by, a, _, levels) => ("答复", () => o.Reply(Answer(a, by), levels, by.Act, by.Clock)),
        (o, by, a, h, levels) => ("审核", () => { var r = h.By(People.First(p => p.Unit == o.Unit && p.Name.StartsWith(a.Die % 2 == 0 ? "局长" : "分管"))); o.Pass(a.Die % 2 == 0 ? 2 : 1, levels, r.Act); }),
        (o, by, a, h, levels) => ("审核", () => { var r = h.By(People.FirstOrDefault(p => p.Unit == o.Unit && p.Name.StartsWith("局长")) ?? Office); o.Pass(2, levels, r.Act); }),
        (o, by, _, _, _) => ("退回修改", () => o.SendBack("热线办", by.Act)),
        (o, by, _, _, _) => ("放行", () => o.Release(by.Act)),
        (o, by, _, _, _) => ("放行", () => o.Release(by.Act)),
        (o, by, a, _, _) => ("回访", () => o.Visit(new(VisitBy.Office, a.Die % 3 > 0, a.Die % 7 == 0 ? null : (Attitude)(1 + (a.Die % 5)), (CallerResult)(1 + (a.Die % 3)), ""), by.Act)),
        (o, by, a, _, _) => ("评价", () => o.Rate((Attitude)(1 + (a.Die % 5)), (CallerResult)(1 + (a.Die % 3)), "", by.Act)),
        (o, by, _, _, _) => ("办结", () => o.Close(3, by.Act)),
        (o, by, _, _, _) => ("办结", () => o.Close(3, by.Act)),
        (o, by, a, _, _) => ("重办", () => { if (o.State == OrderState.Closed || a.Die % 4 == 0) { o.Rehandle(5, null, by.NewId(), by.Act, by.Clock); } else { throw new RuleViolation("dice", "不做"); } }),
        (o, by, a, _, _) => ("归档", () => { if (a.Die % 9 == 0) { o.Archive("2020-1", by.Act); } else { throw new RuleViolation("dice", "不做"); } }),
        (o, by, _, h, _) => ("改日历", () => { h.Clock = new LegalClock(ReferenceEquals(h.Clock.Calendar, Announced) ? Amended : Announced); h.Orders.ForEach(x => x.Recompute(h.Clock, new Act(Actor.System, h.Now))); }),
    ];

    private static DispatchDraft Draft(OrderAttempt a, OrderAct by)
    {
        var type = Enum.GetValues<OrderType>()[a.Die % 7];
        return new(type, "010102", (Urgency)(1 + (a.Die % 3)), a.Die % 3 == 0 ? Civil : Market, a.Die % 4 == 0 ? [a.Die % 3 == 0 ? Market : Civil] : [], a.Die % 11 == 0 ? "" : "职责")
        {
            Terms = by.Limits.Terms(type), Signing = by.Limits.Signing,
        };
    }

    private static MeetingDraft Meeting(OrderAttempt a, OrderAct by) =>
        new(by.Act.Today, "两家", a.Die % 7 == 0 ? "" : "双方各说各的职责。", "由民政局牵头", Civil, by.Act.Today.AddDays(a.Die % 5 == 0 ? -1 : 9), a.Die % 3 == 0 ? [] : [(a.Die % 11 == 0 ? Civil : Market, "配合")]);

    private static ReturnDraft Given(WorkOrder o, OrderAct by) => new(by.NewId(), "不属于本单位法定职责", "三定规定", o.Unit == Market ? Civil : Market);

    private static ReplyDraft Answer(OrderAttempt a, OrderAct by) => new(by.NewId(), by.Act.Now.AddHours(a.Die % 13 == 0 ? 1 : -1), ContactWay.Phone, "到现场看过，灯杆线路老化。", (UnitOutcome)(1 + (a.Die % 4)), "已更换线路，当晚亮灯。", "职责规定", "张工", "0751-0000001", a.Die % 12 == 0 ? Guid.Empty : by.NewId());

    private static Actor Person(int n, string name, UnitId unit) => new(new Guid(n, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), name, unit);
}
