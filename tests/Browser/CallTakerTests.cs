using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>A county that answers its own line: the switch is turned on, the telephone rings, and one page takes the call to its end.</summary>
public sealed class CallTakerTests(Hall hall) : IAsyncLifetime
{
    private Exchange exchange = null!;

    public async ValueTask InitializeAsync()
    {
        await Turn("启用功能");
        exchange = await Exchange.Of(hall);
    }

    [Theory]
    [InlineData(Manner.Keyboard)]
    [InlineData(Manner.Pointer)]
    [InlineData(Manner.NoScript)]
    public async Task A_caller_s_matter_is_taken_down_while_they_speak_and_its_number_read_out(Manner manner)
    {
        var agent = await hall.SignedIn("hotline1", manner);
        var call = await Taken(agent, "13800138041", manner);
        await agent.Choose("诉求类型", "Help");
        await agent.Type("标题", "人民南路路灯不亮");
        await agent.Type(agent.Page.Locator("#f-content"), "人民南路第三个路口的路灯坏了一个星期，晚上看不见路。");
        await agent.Type(agent.Page.Locator("#f-name"), "演示甲");
        if (manner == Manner.NoScript)
        {
            await agent.Press("查看建议");
        }

        await agent.Shows("会由谁承办"); // with script by itself, while the agent writes
        await agent.Press("登记工单");

        await agent.Shows("已登记。请把编号和查询码告诉诉求人。");
        await Assertions.Expect(agent.Page.Locator("dt:text-is('查询码') + dd")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9A-Z]{6}$"));
        await exchange.Ends(call);
    }

    [Fact]
    public async Task A_question_is_answered_from_the_knowledge_base_by_keyboard_alone()
    {
        var agent = await hall.SignedIn("hotline1", Manner.Keyboard);
        var call = await Taken(agent, "13800138042", Manner.Keyboard);
        await agent.Choose("诉求类型", "Consultation");
        await agent.Type("标题", "食品经营许可证怎么办");
        await agent.Type(agent.Page.Locator("#f-content"), "想开一家小餐馆，食品经营许可证要怎么办，带什么材料？");
        await agent.Type(agent.Page.Locator("#f-name"), "演示乙");
        await agent.Shows("用这一条答复");
        await agent.Press(agent.Page.Locator("#call-hints details[open]").First, "用这一条答复");
        Assert.True((await agent.Field("答复内容").InputValueAsync()).Length > 20);
        await agent.Press("直接解答");

        await agent.Shows("已直接解答并办结。");
        await exchange.Ends(call, "rec/journey.wav");
        await agent.Go(agent.Page.Url);
        await agent.Follow("调取录音");
        await NothingIsWrongWith(agent.Page);
        await agent.Type(agent.Page.Locator("#f-purpose"), "核实答复是否准确");
        await agent.Press("调取录音");
        await agent.Shows("rec/journey.wav");
    }

    [Fact]
    public async Task The_letters_on_the_page_lead_to_their_fields_and_press_their_ends()
    {
        var agent = await hall.SignedIn("hotline1", Manner.Keyboard);
        var call = await Taken(agent, "13800138043", Manner.Keyboard);
        var keys = await agent.Page.Context.NewCDPSessionAsync(agent.Page);

        await Alt(keys, 'c');
        await Assertions.Expect(agent.Page.Locator("#f-content")).ToBeFocusedAsync();
        await Alt(keys, 'x');
        await Assertions.Expect(agent.Page.Locator("#f-invalid")).ToBeFocusedAsync();
        await agent.Page.Keyboard.PressAsync("ArrowDown");
        await Alt(keys, 'w');

        await agent.Shows("已判为无效来电。");
        await agent.Shows("无声来电");
        await exchange.Ends(call);
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("elder")]
    public async Task The_list_and_the_form_are_accessible_and_fit_the_screen(string size)
    {
        var agent = await hall.SignedIn("hotline1");
        await agent.Page.Context.AddCookiesAsync([new() { Name = "size", Value = size, Url = hall.Address }]);
        var ringing = await exchange.Rings("13800138044");
        await Opened(agent, "138****8044");
        await NothingIsWrongWith(agent.Page, size);
        await exchange.IsAnswered(ringing);
        await agent.Go(agent.Page.Url);
        await NothingIsWrongWith(agent.Page, size);
        await agent.Press("登记工单");
        await agent.Shows("请写明诉求内容");
        await agent.Choose("无效来电情形", "test");
        await agent.Press("判为无效来电");
        await NothingIsWrongWith(agent.Page, size);
        await agent.Go("/desk/calls");
        await NothingIsWrongWith(agent.Page, size);
        await agent.Go("/desk/calls/export");
        await NothingIsWrongWith(agent.Page, size);
        await exchange.Ends(ringing);
    }

    public async ValueTask DisposeAsync()
    {
        exchange.Dispose();
        await Turn("停用功能"); // others walk through a county that takes no calls
    }

    /// <summary>The telephone rings, the agent opens the call and takes it up; its form is in sight.</summary>
    private async Task<string> Taken(Person agent, string caller, Manner manner)
    {
        var call = await exchange.Rings(caller);
        await Opened(agent, string.Concat(caller.AsSpan(0, 3), "****", caller.AsSpan(7)));
        await agent.Shows("正在振铃");
        await exchange.IsAnswered(call);
        if (manner == Manner.NoScript)
        {
            await agent.Follow(agent.Page.Locator("main").GetByText("刷新", new() { Exact = true }));
        }

        await Assertions.Expect(agent.Page.Locator("#f-content")).ToBeVisibleAsync();
        await Assertions.Expect(agent.Page.Locator("#f-phone")).ToHaveValueAsync(caller);
        return call;
    }

    private static async Task Opened(Person agent, string masked)
    {
        await agent.Go("/desk/calls");
        await agent.Follow(agent.Page.Locator("#calls-now").GetByRole(AriaRole.Link, new() { Name = masked, Exact = true }).First);
    }

    [Fact]
    public async Task The_switch_is_accessible_and_fits_the_screen()
    {
        var admin = await hall.SignedIn("admin");
        foreach (var page in new[] { "/desk/switches", "/desk/switches/call-taking" })
        {
            await admin.Go(page);
            await NothingIsWrongWith(admin.Page);
        }
    }

    private async Task Turn(string verb)
    {
        var admin = await hall.SignedIn("admin");
        await admin.Go("/desk/switches");
        await admin.Follow("本地接听");
        await admin.Type("依据", "演示：本县自设接听座席");
        await admin.Press(verb);
        await admin.Shows("立即生效");
        await admin.Page.Context.CloseAsync();
    }

    private static async Task NothingIsWrongWith(IPage page, string size = "normal") => Assert.Empty(await WholePageTests.Faults(page, page.Url, size));

    // the driver's own keys carry no text while Alt is down, and a browser finds an access key by it
    private static async Task Alt(ICDPSession keys, char letter)
    {
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            await keys.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = type, ["key"] = $"{letter}", ["code"] = $"Key{char.ToUpperInvariant(letter)}", ["modifiers"] = 1, ["unmodifiedText"] = $"{letter}", ["windowsVirtualKeyCode"] = (int)char.ToUpperInvariant(letter) });
        }
    }
}
