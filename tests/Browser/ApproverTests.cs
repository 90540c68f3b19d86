using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>The desk of those who decide: what is wrong is shown on the page, others are asked, what is ripe is signed at once.</summary>
public sealed class ApproverTests(Hall hall)
{
    [Fact]
    public async Task A_mark_on_the_picture_stands_in_the_notice_and_both_versions_stand_side_by_side()
    {
        var citizen = await hall.Visitor(width: Screen.Phone);
        var number = await File(citizen, "招牌照片不清楚。");
        var unit = await hall.SignedIn("scjg-approver");
        await unit.OpenCase(number);
        var picture = await OpenPicture(unit);
        await picture.ClickAsync(new() { Position = await Spot(picture) });
        await Assertions.Expect(unit.Page.GetByLabel("离左边")).ToHaveValueAsync("50");
        await unit.Type("哪里不对，怎样改正", "这里没有盖章");
        await unit.Press("圈注");
        await unit.Shows("圈注 1 处");

        await unit.OpenCase(number);
        await unit.Follow("补正告知");
        var notice = unit.Page.Locator("textarea[name^=flaw-]", new() { HasText = "这里没有盖章" });
        await Assertions.Expect(notice).ToHaveCountAsync(1);
        await unit.Press("告知申请人");

        await Corrected(citizen, "这里没有盖章");

        await unit.OpenCase(number);
        await unit.Follow("对照版本");
        await unit.Shows("原来圈注的问题");
        await unit.Shows("这里没有盖章");
        await Assertions.Expect(unit.Page.Locator(".marked-side")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Another_unit_is_asked_answers_and_the_lead_sees_it_before_signing()
    {
        var number = await File(await hall.Visitor(width: Screen.Phone), "门前有树。");
        var unit = await hall.SignedIn("scjg-approver");
        await unit.Accept(number);
        await unit.Ask("JTJ", "门前的树是否影响通行？");

        var asked = await hall.SignedIn("jtj-approver");
        await asked.OpenAsked(number);
        await asked.Tick("同意");
        await asked.Type("意见", "不影响通行。");
        await asked.Press("答复");
        await asked.Shows("不影响通行。");

        await unit.OpenCase(number);
        await unit.Shows("联审意见（已答复 1/1）");
        await unit.Shows("不影响通行。");
    }

    [Fact]
    public async Task A_phrase_of_one_s_own_is_picked_and_the_head_signs_what_is_ripe_at_once()
    {
        var unit = await hall.SignedIn("scjg-approver");
        await unit.Go("/desk/phrases");
        await unit.Type("新的意见", "经审查，符合《食品经营许可和备案管理办法》规定的条件。");
        await unit.Press("保存");
        List<string> numbers = [];
        foreach (var request in new[] { "一楼店面。", "二楼店面。" })
        {
            var number = await File(await hall.Visitor(width: Screen.Phone), request);
            await unit.Accept(number);
            await unit.Follow("审查");
            await unit.Tick("拟准予");
            await unit.Page.GetByLabel("常用意见").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await Assertions.Expect(unit.Page.GetByLabel("审查意见")).ToHaveValueAsync("经审查，符合《食品经营许可和备案管理办法》规定的条件。");
            await unit.Press("提交审查意见");
            await unit.Shows("审查意见已提交");
            numbers.Add(number);
        }

        var head = await hall.SignedIn("scjg-head");
        await head.Go("/desk/signing");
        foreach (var number in numbers)
        {
            await head.Tick(head.Page.GetByLabel($"签批 {number}"));
        }

        await head.Press("勾选的全部准予");

        await head.Shows("准予 2 件");
        foreach (var number in numbers)
        {
            await unit.OpenCase(number);
            await unit.Shows("准予");
        }
    }

    private static async Task<string> File(Person citizen, string request)
    {
        await citizen.FindItem();
        await citizen.Apply("citizen1", request);
        return (await citizen.Submit()).Number;
    }

    private static async Task Corrected(Person citizen, string what)
    {
        await citizen.Go("/my/cases");
        await citizen.Follow(citizen.Page.Locator("main a", new() { HasText = Application.Item }).First);
        await citizen.Follow("去补正");
        await citizen.Shows(what);
        var wrong = citizen.Page.Locator("section", new() { HasText = "需要补正" }).Filter(new() { Has = citizen.Page.Locator("input[type=file]") });
        await citizen.Give(wrong.Locator("input[type=file]"), Paper.Picture("重拍.png"));
        await citizen.Press(wrong, "上传");
        await citizen.Press("提交补正");
        await citizen.Shows("补正已提交");
    }

    /// <summary>Some materials are pictures and some are not.</summary>
    private static async Task<ILocator> OpenPicture(Person unit)
    {
        var links = await unit.Page.Locator("a[href$='/marks']").AllAsync();
        foreach (var address in await Task.WhenAll(links.Select(l => l.GetAttributeAsync("href"))))
        {
            await unit.Go(address!);
            if (await unit.Page.Locator(".marked img").CountAsync() > 0)
            {
                break;
            }
        }

        return unit.Page.Locator(".marked img");
    }

    private static async Task<Position> Spot(ILocator picture)
    {
        await Assertions.Expect(picture).ToBeVisibleAsync();
        var box = (await picture.BoundingBoxAsync())!;
        return new() { X = box.Width / 2, Y = box.Height / 2 };
    }
}
