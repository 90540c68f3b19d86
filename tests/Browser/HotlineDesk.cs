using System.Web;
using Microsoft.Playwright;
using Yimen.Kernel;

namespace Yimen.Browser;

/// <summary>What callers, the hotline office and the units do with an order.</summary>
internal static class HotlineDesk
{
    /// <summary>Writes on the portal without an account; the progress of what was written is in sight.</summary>
    public static async Task<Receipt> FileOrder(this Person caller, string title)
    {
        await caller.Go("/orders");
        await caller.Follow("网络问政");
        await caller.Choose("诉求类型", "Help");
        await caller.Type("标题", title);
        await caller.Type("诉求内容", $"{title}，已经三天了，晚上走路看不见，请尽快处理。");
        await caller.Type("姓名", "演示乙");
        await caller.Type("联系电话", "13800138002");
        await caller.Press("提交");
        await caller.Shows("已收到您的诉求");
        var told = HttpUtility.ParseQueryString(new Uri(caller.Page.Url).Query);
        return new(told["number"]!, told["code"]!);
    }

    /// <summary>Finds an order in the list by its number and opens it.</summary>
    public static async Task OpenOrder(this Person staff, string number)
    {
        await staff.Go($"/desk/orders?q={number}");
        await staff.Follow(staff.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = number, Exact = true }));
        await staff.Shows("诉求内容");
    }

    /// <summary>Fills the dispatcher's form where nothing stands in it yet.</summary>
    public static async Task FillDispatch(this Person dispatcher, string unit)
    {
        foreach (var (label, value) in new[] { ("诉求类型", "Help"), ("内容分类", "010102"), ("主办单位", unit) })
        {
            if ((await dispatcher.Field(label).InputValueAsync()).Length == 0)
            {
                await dispatcher.Choose(label, value);
            }
        }

        await dispatcher.Type("派单依据", "城市照明职责分工");
    }

    public static async Task Dispatch(this Person dispatcher, string number, string unit)
    {
        await dispatcher.OpenOrder(number);
        await dispatcher.Follow("派单");
        await dispatcher.FillDispatch(unit);
        await dispatcher.Press("派单");
        await dispatcher.Shows("已派给");
    }

    /// <summary>The reply by the 答复规范, on the page of the verb.</summary>
    public static async Task FillReply(this Person liaison)
    {
        var earlier = ChinaTime.Local(TimeProvider.System.GetUtcNow()).AddMinutes(-1);
        await liaison.Type("哪一天联系的诉求人", $"{earlier:yyyy-MM-dd}");
        await liaison.Type("几点", $"{earlier:HH:mm}");
        await liaison.Choose("怎样联系的", "Phone");
        await liaison.Type("调查情况", "到现场查看，灯杆线路老化导致不亮。");
        await liaison.Choose("承办结果", "Solved");
        await liaison.Type("答复内容", "已更换线路和灯头，当晚恢复照明，感谢您的反映。");
        await liaison.Type("依据", "城市照明管理规定");
        await liaison.Type("联系人", "演示经办人");
        await liaison.Type(liaison.Page.GetByLabel("联系电话"), "0751-0000019");
        await liaison.Give(liaison.Page.Locator("input[name=scan]"), Paper.Pdf("答复.pdf"));
    }

    /// <summary>Passes what waits for this reviewer.</summary>
    public static async Task PassReview(this Person reviewer, string number, string verb)
    {
        await reviewer.OpenOrder(number);
        await reviewer.Follow(verb);
        await reviewer.Shows("已更换线路和灯头");
        await reviewer.Looks(verb);
        await reviewer.Tick("通过");
        await reviewer.Press("确定");
        await reviewer.Shows("已通过。");
    }
}
