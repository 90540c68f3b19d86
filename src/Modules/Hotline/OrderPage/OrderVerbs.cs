using Yimen.Hotline.Contracts;
using Yimen.Hotline.Rules;
using Yimen.Hotline.Rulings;
using Yimen.Hotline.Steps;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.OrderPage;

/// <summary>A verb that the visitor may call on this order now.</summary>
public sealed record OrderLink(string Text, string Href, bool Primary);

/// <summary>The buttons of an order's page: what the lifecycle allows and the visitor may do. The first is the primary one; what is done seldom stands apart.</summary>
/// <param name="town">Whether a town handles it, which has villages.</param>
internal sealed class OrderVerbs(WorkOrder o, Visitor visitor, PermissionTable table, bool town)
{
    private readonly List<OrderLink> links = [];

    private bool Ours => visitor.Actor.Unit == o.Unit && visitor.May(table, OrderPermissions.Sign);

    private bool Office => visitor.May(table, OrderPermissions.Decide);

    public IReadOnlyList<OrderLink> Usual()
    {
        foreach (var ruling in OrderRulings.All.Where(r => OrderRulings.Waits(r, o) && Holds(r)))
        {
            Add(ruling.Text, ruling.Noun);
        }

        Offer(Office && o.OpenCoordination is not null && o.Can(OrderVerb.DecideCoordination), "协调决定", "coordination");
        Offer(visitor.May(table, OrderPermissions.Dispatch) && o.Can(OrderVerb.Dispatch), "派单", "dispatch");
        Offer(visitor.May(table, OrderPermissions.Dispatch) && o.Can(OrderVerb.AnswerDirectly), "直接解答", "direct-answer");
        Steps(seldom: false, s => s.Verb is OrderVerb.SignFor);
        Offer(Ours && o.Can(OrderVerb.Reply) && o.Paused is null, "上传照片", "photos");
        Offer(Ours && o.Can(OrderVerb.Reply) && o.Paused is null, "答复", "reply");
        Offer(Ours && o.Can(OrderVerb.TakeFeedback) && o.Errands.Any(e => e.IsOpen), "村居反馈", "errand-report");
        Offer(Office && o.Can(OrderVerb.Visit), "回访", "visits");
        Steps(seldom: false, s => s.Verb is not OrderVerb.SignFor);
        return links;
    }

    public IReadOnlyList<OrderLink> Seldom()
    {
        links.Clear();
        Offer(visitor.May(table, OrderPermissions.Dispatch) && o.Can(OrderVerb.Follow) && o.Followers == 0 && o.MasterId is null, "随主单办理", "master");
        Offer(visitor.May(table, OrderPermissions.Dispatch) && o.Can(OrderVerb.HandleApart), "单独办理", "separation");
        Offer(Ours && o.OpenReturn is null && (o.Can(OrderVerb.AskReturn) || o.Can(OrderVerb.AskTransfer)), o.State == OrderState.Dispatched ? "申请退单" : "申请移交", "return");
        Offer(town && Ours && o.Can(OrderVerb.HandDown), "交办村居", "errand");
        Offer(Ours && o.Can(OrderVerb.AskExtension) && o.Extension is null && o.Type != OrderType.Consultation, "申请延期", "extension");
        Offer(Office && o.Can(OrderVerb.Suspend) && o.Paused is null, "挂起", "suspension");
        Offer(Office && o.Can(OrderVerb.AskCity) && o.CityDue is not null, "向市申请延期", "city-extension");
        Offer(visitor.May(table, ReportPermissions.KeepRules) && DispatchRule.Decision(o) is not null, "定为派单规则", "dispatch-rule");
        Steps(seldom: true, _ => true);
        return links;
    }

    private bool Holds(OrderRuling ruling) => visitor.May(table, ruling.Permission, o.Unit, o.Area) && (ruling.Verb != OrderVerb.PassOn || visitor.Actor.Unit == o.Unit);

    private void Steps(bool seldom, Func<OrderStep, bool> which)
    {
        foreach (var step in OrderSteps.All.Where(s => s.Seldom == seldom && which(s) && o.Can(s.Verb) && visitor.May(table, s.Permission) && OrderSteps.Fits(s, o, visitor.Actor.Unit)))
        {
            Add(step.Text, step.Noun);
        }
    }

    private void Offer(bool open, string text, string noun)
    {
        if (open)
        {
            Add(text, noun);
        }
    }

    private void Add(string text, string noun) => links.Add(new(text, $"{o.Href}/{noun}", links.Count == 0));
}
