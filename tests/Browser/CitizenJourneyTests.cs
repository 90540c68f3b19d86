using System.Text;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>The case from a phone at home to the decision.</summary>
public sealed class CitizenJourneyTests(Hall hall)
{
    [Theory]
    [InlineData(Manner.Pointer)]
    [InlineData(Manner.NoScript)]
    [InlineData(Manner.Keyboard)]
    public async Task A_citizen_applies_on_a_phone_the_unit_decides_and_the_citizen_downloads_the_decision(Manner manner)
    {
        var citizen = await hall.Visitor(manner, Screen.Phone);
        await citizen.FindItem();
        await citizen.Apply("citizen1", "新开一间小餐馆，请予许可。");
        var receipt = await citizen.Submit();

        var unit = await hall.SignedIn("scjg-approver", manner);
        await unit.Accept(receipt.Number);
        await unit.ProposeGrant();
        await (await hall.SignedIn("scjg-head", manner)).Grant(receipt.Number);

        await citizen.Go("/my/cases");
        await citizen.Follow(citizen.Page.Locator("main a", new() { HasText = Application.Item }).First);
        await citizen.Shows(receipt.Number);
        await citizen.Shows("准予");
        await citizen.Follow("查看和下载决定文书");
        await citizen.Shows("核验码");
        await Verifies(await hall.Visitor(manner, Screen.Phone), await citizen.Page.GetByText("核验码：").First.InnerTextAsync());
        await Downloads(citizen, "下载 PDF", "%PDF");
        await Downloads(citizen, "下载 Word", "PK");
    }

    [Theory]
    [InlineData(Manner.Pointer)]
    [InlineData(Manner.NoScript)]
    [InlineData(Manner.Keyboard)]
    public async Task Who_holds_the_receipt_looks_up_the_progress_without_signing_in(Manner manner)
    {
        var citizen = await hall.Visitor(manner, Screen.Phone);
        await citizen.FindItem();
        await citizen.Apply("citizen2", "请家里人替我查进度。");
        var receipt = await citizen.Submit();

        var holder = await hall.Visitor(manner, Screen.Phone);
        await holder.Go("/progress");
        await holder.Type("受理编号", receipt.Number);
        await holder.Type(holder.Page.GetByLabel("查询码", new() { Exact = true }), receipt.Code);
        await holder.Press("查询");
        await holder.Shows("办理过程");
        await holder.Shows(receipt.Number);
    }

    /// <summary>Whoever holds the paper types the code that is printed at its foot.</summary>
    private static async Task Verifies(Person holder, string printed)
    {
        await holder.Go("/verify");
        await holder.Type("核验码", printed.Split('：')[1].Split('\n')[0].Trim());
        await holder.Press("核验");
        await holder.Shows("文书真实有效");
    }

    private static async Task Downloads(Person person, string link, string begins)
    {
        var file = await person.Download(link);
        await using var stream = await file.CreateReadStreamAsync();
        var head = new byte[begins.Length];
        await stream.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
        Assert.Equal(begins, Encoding.ASCII.GetString(head));
    }
}
