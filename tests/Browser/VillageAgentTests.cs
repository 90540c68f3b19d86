using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>帮办代办 at the doorstep: a telephone, somebody who cannot come to the window, and a signal that comes and goes.</summary>
public sealed class VillageAgentTests(Hall hall)
{
    private const string New = "/desk/assistance/new";

    // bytes that a page photographed for a file needs at most, after it was made smaller on the telephone
    private const int Readable = 4 * 1024 * 1024;

    [Fact]
    public async Task A_request_typed_without_a_signal_stays_on_the_telephone_and_goes_when_there_is_one()
    {
        const string Wish = "老人腿脚不便，请代办高龄津贴。";
        var agent = await Agent();
        await Fill(agent, Wish);
        await agent.Page.Context.SetOfflineAsync(true);
        await agent.PressInVain("登记申请");
        await agent.Shows("没有信号，内容已存在本机");

        await agent.Page.Context.SetOfflineAsync(false);

        await agent.Shows("本机存着的内容已经送出");
        Assert.Equal(1, await Found(agent, Wish));
    }

    [Fact]
    public async Task Two_households_on_end_without_a_signal_are_two_requests()
    {
        string[] wishes = ["第一户：高龄津贴年审。", "第二户：残疾人证换证。"];
        var agent = await Agent();
        await agent.Go(New);
        await agent.Page.WaitForLoadStateAsync(LoadState.NetworkIdle); // who has a page before him has its scripts
        await agent.Page.Context.SetOfflineAsync(true);
        foreach (var wish in wishes)
        {
            await Write(agent, wish);
            await agent.PressInVain("登记申请");
            await agent.Shows("没有信号，内容已存在本机");
            await Assertions.Expect(agent.Field("要办的事")).ToHaveValueAsync("");
        }

        await agent.Page.Context.SetOfflineAsync(false);

        await agent.Shows("本机存着的内容已经送出");
        await agent.Go(New); // whatever is still under way is sent from here
        await Assertions.Expect(agent.Page.GetByText("份内容还在本机")).ToHaveCountAsync(0);
        Assert.Equal((1, 1), (await Found(agent, wishes[0]), await Found(agent, wishes[1])));
    }

    [Fact]
    public async Task An_answer_lost_on_the_way_back_makes_no_second_request()
    {
        const string Wish = "外出务工，托人代领登记结果。";
        var agent = await Agent();
        await Fill(agent, Wish);
        var arrived = 0;
        await agent.Page.RouteAsync("**/desk/assistance", async route =>
        {
            if (route.Request.Method == "POST" && arrived++ == 0)
            {
                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
                return;
            }

            await route.ContinueAsync();
        });
        await agent.PressInVain("登记申请");
        await agent.Shows("没有信号，内容已存在本机");

        await agent.Go(New);

        await agent.Shows("本机存着的内容已经送出");
        Assert.Equal((2, 1), (arrived, await Found(agent, Wish)));
    }

    [Fact]
    public async Task When_the_sign_in_has_run_out_nothing_is_lost_and_another_s_account_sends_nothing()
    {
        const string Wish = "送达办理结果，老人不识字。";
        var agent = await Agent();
        await Fill(agent, Wish);
        await agent.Page.Context.ClearCookiesAsync();
        await agent.Press("登记申请");
        Assert.Contains("/login", agent.Page.Url, StringComparison.Ordinal);

        await agent.SignIn("clerk-town2");
        await agent.Go(New);
        await agent.IsAt("登记帮办申请");
        Assert.Equal(0, await Found(agent, Wish));
        await agent.Page.Context.ClearCookiesAsync();
        await agent.Go("/login");
        await agent.SignIn("clerk-town1");
        await agent.Go(New);

        await agent.Shows("本机存着的内容已经送出");
        Assert.Equal(1, await Found(agent, Wish));
    }

    [Fact]
    public async Task What_was_begun_is_there_again_after_the_page_was_closed()
    {
        var agent = await Agent();
        await Fill(agent, "医保参保登记，不会用手机。");
        await Kept(agent, "医保参保登记");

        await agent.Go("/desk/assistance");
        await agent.Go(New);

        await agent.Shows("已恢复上次没有提交的内容。");
        await Assertions.Expect(agent.Field("要办的事")).ToHaveValueAsync("医保参保登记，不会用手机。");
    }

    [Theory]
    [InlineData(Manner.Pointer)]
    [InlineData(Manner.NoScript)]
    public async Task An_errand_from_the_request_to_the_papers_handed_back(Manner manner)
    {
        var agent = await Agent(manner);
        await Fill(agent, $"残疾人证换证，本人坐轮椅。{manner}");
        await agent.Press("登记申请");
        await agent.Field("帮办员").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await agent.Press("指派");
        await agent.Shows("授权委托书已生成，请打印后交本人签字。");
        await agent.Give(agent.Page.Locator("input[name=scan]"), Paper.Picture("委托书.png"));
        await agent.Press("登记委托书");
        await agent.Shows("委托书已登记，可以代收材料、代为申请。");
        await agent.Type("材料名称", "残疾人证");
        await agent.Tick("是原件（办完必须交还）");
        await agent.Give(agent.Page.Locator("input[name=photo]"), Paper.Picture("残疾人证.png"));
        await agent.Press("登记代收");
        await agent.Shows("已登记代收“残疾人证”。");
        await agent.Page.GetByText("登记去向：残疾人证").ClickAsync();
        await agent.Give(agent.Page.Locator("input[name=backSignature]"), Paper.Picture("签收.png"));
        await agent.Press("登记去向");
        await agent.Shows("材料去向已登记。");
        await agent.Type("办理结果", "新证已送到本人手里。");
        await agent.Press("办结帮办");
        await agent.Shows("帮办已办结。");
    }

    [Fact]
    public async Task A_photograph_is_made_smaller_before_it_leaves_the_telephone()
    {
        var agent = await Agent();
        await Fill(agent, "老年人优待证丢了要补办。");
        await agent.Press("登记申请");
        await agent.Field("帮办员").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await agent.Press("指派");
        var photograph = Paper.Photograph("委托书.png");
        await agent.Give(agent.Page.Locator("input[name=scan]"), photograph);
        await agent.Shows("已选 1 个文件");
        await agent.Press("登记委托书");

        var letter = await agent.Page.Locator("a[href*='/files/']").First.GetAttributeAsync("href");
        var kept = await (await agent.Page.APIRequest.GetAsync(letter!)).BodyAsync();

        Assert.True(photograph.Buffer.Length > 4 * Readable);
        Assert.InRange(kept.Length, 1, Readable);
        Assert.Equal((0xFF, 0xD8), (kept[0], kept[1])); // JPEG
    }

    [Fact]
    public async Task A_visit_is_noted_at_the_door_without_a_signal()
    {
        var agent = await Agent();
        await agent.Go("/desk/visits");
        var plan = agent.Page.Locator("form[method=post][action$='/desk/visits']");
        await agent.Type(plan.GetByLabel("姓名"), "演示戊");
        await agent.Type(plan.GetByLabel("联系电话"), "13800138005");
        await plan.GetByLabel("村（社区）").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await agent.Type(plan.GetByLabel("走访事由"), "送达办理结果");
        await agent.Press("列入清单");
        var line = agent.Page.Locator("tbody tr", new() { HasText = "演示戊" });
        await line.GetByText("登记").First.ClickAsync();
        await line.GetByLabel("走访情况").FillAsync("结果已当面交给本人。");
        await agent.Page.Context.SetOfflineAsync(true);
        await line.GetByRole(AriaRole.Button, new() { Name = "登记走访" }).ClickAsync();
        await agent.Shows("可以接着走访下一户");
        await agent.Page.Context.SetOfflineAsync(false);
        await agent.Shows("本机存着的内容已经送出");

        await agent.Go("/desk/visits");

        await Assertions.Expect(line).ToContainTextAsync("结果已当面交给本人。");
    }

    /// <summary>Waits until the telephone has kept these words: it does so when the hand rests.</summary>
    private static async Task Kept(Person agent, string words)
    {
        while (!await agent.Page.EvaluateAsync<bool>(Drafts, words))
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private const string Drafts = """
        words => new Promise(async done => {
          const name = (await indexedDB.databases()).map(d => d.name).find(n => n.startsWith('yimen-drafts'));
          if (!name) return done(false);
          const open = indexedDB.open(name);
          open.onsuccess = () => {
            const asked = open.result.transaction('drafts').objectStore('drafts').getAll();
            asked.onsuccess = () => { open.result.close(); done(asked.result.some(d => d.fields.some(([, value]) => String(value).startsWith(words)))); };
          };
        })
        """;

    private Task<Person> Agent(Manner manner = Manner.Pointer) => hall.SignedIn("clerk-town1", manner, Screen.Phone);

    private static async Task Fill(Person agent, string wish)
    {
        await agent.Go(New);
        await Write(agent, wish);
    }

    private static async Task Write(Person agent, string wish)
    {
        await agent.Tick("电话");
        await agent.Type("姓名", "演示丙");
        await agent.Type("身份证号码", "440281195510019988");
        await agent.Type("联系电话", "13800138003");
        await agent.Field("所在的村（社区）").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await agent.Type("要办的事", wish);
    }

    private static async Task<int> Found(Person agent, string wish)
    {
        await agent.Go("/desk/assistance?q=" + Uri.EscapeDataString(wish));
        await agent.IsAt("帮办代办");
        return await agent.Page.Locator("tbody tr", new() { HasText = wish }).CountAsync();
    }
}
