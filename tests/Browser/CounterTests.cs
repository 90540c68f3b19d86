using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Yimen.DeviceBridge;

namespace Yimen.Browser;

/// <summary>The counter with its devices, simulated by the bridge that ships with the product.</summary>
public sealed class CounterTests(Hall hall)
{
    // what practice allows from the card to the receipt
    private const int MostTouches = 12;

    [Fact]
    public async Task A_known_applicant_s_instant_case_takes_few_touches_from_card_to_receipt()
    {
        await using var bridge = await Bridged();
        var clerk = await hall.SignedIn("clerk1");
        var item = await InstantItem(clerk);
        await Receive(clerk, item); // so that they are known

        var touches = 0;
        await clerk.Page.GotoAsync("/desk/reception");
        await clerk.Shows("设备桥已连接");
        await Simulate(bridge, "card", new { name = "演示乙", number = "440281195510019988", address = "" });
        touches++; // the card
        await clerk.Shows("已读卡");
        await Assertions.Expect(clerk.Page.Locator("#f-q")).ToBeFocusedAsync();
        await clerk.Page.Keyboard.InsertTextAsync(item.Letters);
        touches += item.Letters.Length; // a few letters …
        await clerk.Page.Keyboard.PressAsync("Enter");
        touches++; // … and Enter: the first that fits has the focus
        await Assertions.Expect(clerk.Page.Locator(".table .col-title a").First.Or(clerk.Page.Locator(".verbs-sticky .button-primary"))).ToBeFocusedAsync();
        if (!clerk.Page.Url.Contains(item.Id, StringComparison.Ordinal))
        {
            await clerk.Page.Keyboard.PressAsync("Enter");
            touches++;
        }

        await Assertions.Expect(clerk.Page.Locator(".verbs-sticky .button-primary")).ToBeFocusedAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");
        touches++; // everything is filled
        await clerk.Shows("已收件，请打印收件凭证交申请人。");
        Assert.InRange(touches, 1, MostTouches);
    }

    [Fact]
    public async Task When_the_bridge_goes_in_the_middle_the_clerk_goes_on_by_hand()
    {
        var bridge = await Bridged();
        var clerk = await hall.SignedIn("clerk1");
        await clerk.Page.GotoAsync("/desk/reception");
        await clerk.Shows("设备桥已连接");

        await bridge.DisposeAsync();

        await clerk.Shows("设备桥断开了，请改用手工办理。");
        await clerk.Page.GetByText("先认人").ClickAsync();
        await clerk.Type("身份证号码或统一社会信用代码", "440281195510019988");
        await clerk.Press("确定");
        await clerk.Shows("未读卡");
    }

    [Fact]
    public async Task The_receipt_goes_to_the_printer_of_the_bridge()
    {
        await using var bridge = await Bridged();
        var clerk = await hall.SignedIn("clerk1");
        await Receive(clerk, await InstantItem(clerk));
        await clerk.Shows("设备桥已连接");

        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "小票打印机打印" }).ClickAsync(); // leads to no other page

        await clerk.Shows("已打印。");
        using var http = new HttpClient { BaseAddress = new Uri(bridge.Urls.Single()) };
        var printed = await http.GetFromJsonAsync<string[]>("/simulate/printed", TestContext.Current.CancellationToken);
        Assert.Contains((await clerk.ReadReceipt()).Number, string.Join('\n', printed!));
    }

    private async Task<WebApplication> Bridged()
    {
        var bridge = Bridge.Build(new Settings(Settings.UsualPort, [hall.Address.TrimEnd('/')], Simulate: true));
        await bridge.StartAsync(TestContext.Current.CancellationToken);
        return bridge;
    }

    private static async Task Simulate(WebApplication bridge, string what, object body)
    {
        using var http = new HttpClient { BaseAddress = new Uri(bridge.Urls.Single()) };
        (await http.PostAsJsonAsync($"/simulate/{what}", body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    private static async Task<(string Id, string Letters)> InstantItem(Person clerk)
    {
        await clerk.Page.GotoAsync("/desk/reception?q=登记");
        var row = clerk.Page.Locator("tbody tr", new() { HasText = "即办件" }).First;
        var link = row.Locator(".col-title a");
        var name = (await link.InnerTextAsync()).Trim();
        return ((await link.GetAttributeAsync("href"))!.Split('/')[^1], name[..Math.Min(6, name.Length)]);
    }

    private static async Task Receive(Person clerk, (string Id, string Letters) item)
    {
        await clerk.Page.GotoAsync($"/desk/reception/{item.Id}");
        await clerk.Page.GetByLabel("收件窗口").SelectOptionAsync("A01");
        await clerk.Page.GetByLabel("自然人", new() { Exact = true }).CheckAsync();
        await clerk.Type("姓名或单位名称", "演示乙");
        await clerk.Type("身份证号码或统一社会信用代码", "440281195510019988");
        await clerk.Type("联系电话", "13800138002");
        await clerk.Press("收件并打印凭证");
        await clerk.Shows("已收件，请打印收件凭证交申请人。");
    }
}
