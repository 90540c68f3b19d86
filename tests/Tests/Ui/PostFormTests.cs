using Yimen.Platform.Ui;

namespace Yimen.Tests.Ui;

public sealed class PostFormTests
{
    [Fact]
    public async Task A_form_posts_under_its_county_with_token_key_and_version()
    {
        var page = await Rendered.Of<PostForm>(("Action", "/desk/cases"), ("Create", true), ("Version", 7L));
        var form = page.QuerySelector("form")!;
        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Equal("/440281/desk/cases", form.GetAttribute("action"));
        Assert.Equal("token", form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value"));
        Assert.Equal("key", form.QuerySelector("[name=idempotencyKey]")!.GetAttribute("value"));
        Assert.Equal("7", form.QuerySelector("[name=version]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_form_shown_again_keeps_the_key_that_was_posted()
    {
        var page = await Rendered.Of<PostForm>(("Action", "/x"), ("Create", true), ("Key", "posted"));
        Assert.Equal("posted", page.QuerySelector("[name=idempotencyKey]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Errors_stand_above_the_form_lead_to_their_fields_and_stand_under_them()
    {
        var errors = new FormErrors();
        errors.Add("phone", "请填写 11 位手机号码");
        errors.Add("", "今天的号已经取完");
        var field = Rendered.Content<TextField>(("Name", "phone"), ("Label", "手机"));
        var page = await Rendered.Of<PostForm>(("Action", "/x"), ("Errors", errors), ("ChildContent", field));

        var summary = page.QuerySelector(".error-summary[role=alert][tabindex='-1']")!;
        Assert.Equal("有 2 处需要改一下", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal("#f-phone", summary.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("今天的号已经取完", summary.QuerySelectorAll("li")[1].TextContent.Trim());
        Assert.Equal("请填写 11 位手机号码", page.QuerySelector("#f-phone-error")!.TextContent);
    }

    [Fact]
    public async Task An_upload_is_multipart_and_a_dangerous_form_carries_its_question()
    {
        var form = (await Rendered.Of<PostForm>(("Action", "/x"), ("Upload", true), ("Confirm", "撤回后需要重新提交。"))).QuerySelector("form")!;
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        Assert.Equal("撤回后需要重新提交。", form.GetAttribute("data-confirm"));
    }

    [Fact]
    public async Task A_verb_with_an_address_is_a_link_and_without_one_posts()
    {
        Assert.Equal("/440281/desk", (await Rendered.Of<VerbButton>(("Text", "返回"), ("Href", "/desk"))).QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Equal("submit", (await Rendered.Of<VerbButton>(("Text", "受理"))).QuerySelector("button.button")!.GetAttribute("type"));
    }
}
