using AngleSharp.Dom;
using Yimen.Platform.Ui;

namespace Yimen.Tests.Ui;

public sealed class ShellTests
{
    private static readonly Frame Staff = Rendered.Frame with
    {
        Path = "/desk/cases/1",
        User = new(Guid.Empty, "陈晓岚", true, Rendered.Frame.Now.AddDays(-1)),
        Demo = true,
        Rail = [new("我的工作", "待办", "/desk", "inbox", 23), new("办件", "办件查询", "/desk/cases", "search", null)],
    };

    public static TheoryData<string> Faces => ["portal", "desk", "plain"];

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task Every_shell_is_a_whole_document_in_Chinese_with_one_heading_and_a_skip_link(string face)
    {
        var page = await Draw(face, Staff with { TextSize = "elder" });
        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("elder", page.DocumentElement.GetAttribute("data-size"));
        Assert.Equal("办件 · 乐昌市政务服务", page.Title);
        Assert.Equal("办件", page.QuerySelectorAll("h1").Single().TextContent);
        var skip = page.QuerySelector("body > a")!;
        Assert.NotNull(page.QuerySelector("main" + skip.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector(".stamp"));
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task A_shell_keeps_the_strict_policy_and_every_address_stays_in_the_county(string face)
    {
        var page = await Draw(face, Staff);
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("script"), s => Assert.True(s.HasAttribute("src")));
        var addresses = page.All.SelectMany(e => new[] { e.GetAttribute("href"), e.GetAttribute("src"), e.GetAttribute("action") }).OfType<string>();
        Assert.All(addresses.Where(a => a[0] is not '#' && !a.StartsWith("tel:", StringComparison.Ordinal)), a => Assert.StartsWith("/440281/", a));
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task A_shell_asks_for_no_token_so_that_public_pages_may_be_cached(string face)
    {
        var page = await Draw(face, Staff with { Csrf = () => throw new InvalidOperationException("asked for a token") });
        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
    }

    [Theory]
    [MemberData(nameof(Faces))]
    public async Task Every_input_of_a_shell_has_a_name_for_readers(string face)
    {
        var page = await Draw(face, Staff);
        Assert.All(page.QuerySelectorAll("input:not([type=hidden])"), i =>
            Assert.True(i.HasAttribute("aria-label") || page.QuerySelector($"label[for='{i.Id}']") is not null));
        Assert.All(page.QuerySelectorAll("a, button"), e =>
            Assert.True(e.TextContent.Trim() != "" || e.QuerySelector("[aria-label]") is not null));
    }

    [Fact]
    public async Task The_rail_lights_the_deepest_line_that_the_page_stands_under()
    {
        var page = await Draw("desk", Staff);
        Assert.Equal("办件查询", page.QuerySelector(".rail [aria-current=page]")!.QuerySelector("span")!.TextContent);
        Assert.Equal("23", page.QuerySelector(".rail b")!.TextContent);
    }

    [Fact]
    public async Task The_desk_tells_whose_screen_it_is_and_when_they_last_signed_in()
    {
        var page = await Draw("desk", Staff);
        Assert.Contains("陈晓岚 5月7日 09:42", page.QuerySelector(".watermark")!.TextContent);
        Assert.Contains("上次登录 5月6日 09:42", page.QuerySelector(".desk-user")!.TextContent);
    }

    [Fact]
    public async Task Text_size_is_a_link_that_comes_back_here()
    {
        var page = await Draw("portal", Rendered.Frame);
        var elder = page.QuerySelectorAll(".portal-links a").Single(a => a.TextContent == "长辈版").GetAttribute("href")!;
        Assert.StartsWith("/440281/view?size=elder&back=%2Fitems%3Fq%3D", elder);
    }

    private static Task<IDocument> Draw(string face, Frame frame)
    {
        (string, object?)[] parameters = [("Title", "办件"), ("ChildContent", Rendered.Text("内容")), ("Crumbs", new Crumb[] { new("首页", "/"), new("办件") })];
        return face switch
        {
            "portal" => Rendered.Of<PortalShell>(frame, parameters),
            "desk" => Rendered.Of<DeskShell>(frame, parameters),
            _ => Rendered.Of<PlainShell>(frame, parameters),
        };
    }
}
