using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>The hotline by those who live with it: the dispatcher's keys, the liaison's telephone, the reviewers' three levels, the caller without script.</summary>
public sealed class HotlineTests(Hall hall)
{
    [Fact]
    public async Task A_dispatcher_settles_new_orders_one_after_another_and_several_at_once_by_keys_alone()
    {
        var caller = await hall.Visitor(Manner.NoScript);
        List<string> numbers = [];
        foreach (var n in Enumerable.Range(1, 4))
        {
            numbers.Add((await caller.FileOrder($"桂花路第 {n} 盏路灯不亮")).Number);
        }

        var dispatcher = await hall.SignedIn("hotline1", Manner.Keyboard);
        await dispatcher.Go("/desk/orders/dispatching");
        await dispatcher.Looks("派单台");
        var seen = new HashSet<string>();
        for (var n = 0; n < 2; n++)
        {
            var number = await dispatcher.Page.Locator("main a.num").First.InnerTextAsync();
            await dispatcher.FillDispatch("SCJG");
            await dispatcher.Press("派单，看下一件");
            await dispatcher.Shows($"{number} 已派给");
            Assert.True(seen.Add(number));
            await Assertions.Expect(dispatcher.Page.Locator("main a.num").First).Not.ToHaveTextAsync(number); // the next one stands there
        }

        await dispatcher.Go("/desk/orders/batch");
        await dispatcher.Looks("批量派单");
        foreach (var number in numbers.Where(n => !seen.Contains(n)).Take(2))
        {
            await dispatcher.Tick(dispatcher.Page.GetByLabel(number));
        }

        await dispatcher.Choose("内容分类", "010102");
        await dispatcher.Choose("主办单位", "SCJG");
        await dispatcher.Type("派单依据", "城市照明职责分工");
        await dispatcher.Press("派出");
        await dispatcher.Shows("已派出 2 件。");
    }

    [Theory]
    [InlineData(Manner.Pointer)]
    [InlineData(Manner.NoScript)]
    public async Task A_liaison_on_a_telephone_signs_photographs_and_replies(Manner manner)
    {
        var number = await Dispatched($"滨河路路灯不亮（{manner}）");
        var liaison = await hall.SignedIn("scjg-liaison", manner, Screen.Phone);

        await liaison.OpenOrder(number);
        await liaison.Looks($"滨河路路灯不亮（{manner}）");
        await liaison.Follow("签收");
        await liaison.Looks("签收");
        await liaison.Press("签收");
        await liaison.Shows("已签收。");

        await liaison.Follow("上传照片");
        await liaison.Give(liaison.Page.Locator("input[name=photos]"), Paper.Picture("现场.png"));
        await liaison.Looks("上传照片");
        await liaison.Press("上传");
        await liaison.Shows("已上传 1 张照片。");
        await liaison.Shows("办理中");

        await liaison.Follow("答复");
        await liaison.Looks("答复");
        await liaison.Press("提交审核");
        await Assertions.Expect(liaison.Field("调查情况")).ToHaveAttributeAsync("aria-invalid", "true"); // a gap is named at its field
        await liaison.FillReply();
        await liaison.Press("提交审核");
        await liaison.Shows("已提交，等待本单位逐级审核。");
    }

    [Fact]
    public async Task A_reply_passes_three_levels_and_the_caller_is_asked()
    {
        var number = await Dispatched("振兴路路灯不亮");
        var liaison = await hall.SignedIn("scjg-liaison");
        await liaison.OpenOrder(number);
        await liaison.Follow("签收");
        await liaison.Press("签收");
        await liaison.Follow("答复");
        await liaison.FillReply();
        await liaison.Press("提交审核");

        await (await hall.SignedIn("scjg-approver")).PassReview(number, "审核答复");
        await (await hall.SignedIn("scjg-head")).PassReview(number, "审核答复");
        var office = await hall.SignedIn("hotline1");
        await office.PassReview(number, "热线办审核");

        await office.Follow("回访");
        await office.Looks("回访");
        await office.Tick("联系上了");
        await office.Tick("满意");
        await office.Tick("已解决");
        await office.Press("登记回访");
        await office.Follow("办结");
        await office.Press("办结");
        await office.Shows("已办结。");
    }

    [Fact]
    public async Task A_caller_without_script_follows_adds_and_rates_by_number_and_code()
    {
        var caller = await hall.Visitor(Manner.NoScript, Screen.Phone);
        var (number, code) = await caller.FileOrder("解放路路灯不亮");

        await caller.Go("/orders/progress");
        await caller.Looks("诉求进度");
        await caller.Type("工单编号", number);
        await caller.Type("查询码", code[..5] + (code[5] == 'A' ? 'B' : 'A'));
        await caller.Press("查询");
        await Assertions.Expect(caller.Page.Locator(".error-summary, [role=alert]").First).ToBeVisibleAsync();
        await caller.Type("工单编号", number.ToLowerInvariant());
        await caller.Type("查询码", code.ToLowerInvariant());
        await caller.Press("查询");
        await caller.Shows("解放路路灯不亮");
        await caller.Looks("诉求进度");
        await caller.Type("补充内容", "就在学校门口的第二根灯杆。");
        await caller.Press("补充");
        await caller.Shows("已补充，承办单位可以看到。");

        var office = await hall.SignedIn("hotline1");
        await office.OpenOrder(number);
        await office.Shows("就在学校门口的第二根灯杆。");
        await office.Follow("直接解答");
        await office.Looks("直接解答");
        await office.Type("答复内容", "路灯已经报修，今晚恢复照明，请留意。");
        await office.Press("直接解答");

        await caller.Go($"/orders/progress?number={number}&code={code}");
        await caller.Shows("路灯已经报修，今晚恢复照明，请留意。");
        await caller.Tick(caller.Page.Locator("input[name=attitude]").First);
        await caller.Tick(caller.Page.Locator("input[name=result]").First);
        await caller.Press("提交评价");
        await caller.Shows("您的评价");
        await caller.Looks("诉求进度");
    }

    [Theory]
    [InlineData(Manner.Keyboard)]
    [InlineData(Manner.NoScript)]
    public async Task The_office_sets_a_ground_from_a_day_to_come(Manner manner)
    {
        var name = manner == Manner.Keyboard ? "等待上级批复" : "等待权属认定";
        var office = await hall.SignedIn("hotline1", manner, manner == Manner.NoScript ? Screen.Phone : Screen.Desk);
        await office.Go("/desk/order-codes");
        await office.Looks("热线代码表");
        await office.Follow("挂起情形");
        await office.Looks("挂起情形");
        await office.Type("代码", manner == Manner.Keyboard ? "21" : "22");
        await office.Press("设定");
        await Assertions.Expect(office.Field("依据")).ToHaveAttributeAsync("aria-invalid", "true");
        await office.Looks("挂起情形");
        await office.Type(office.Page.Locator("input[name=name]"), name);
        await office.Type("依据", "热线办通知");
        await office.Press("设定");
        await office.Shows("未生效");
        await office.Shows(name);
        await office.Looks("挂起情形");
    }

    private async Task<string> Dispatched(string title)
    {
        var number = (await (await hall.Visitor(Manner.NoScript)).FileOrder(title)).Number;
        await (await hall.SignedIn("hotline1")).Dispatch(number, "SCJG");
        return number;
    }
}
