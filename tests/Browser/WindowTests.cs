using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>Someone stands at the window with his papers.</summary>
public sealed partial class WindowTests(Hall hall)
{
    // the demo world's second citizen; the number passes the checksum and belongs to nobody
    private const string Name = "演示乙";
    private const string FirstPaper = "食品经营许可申请书";
    private const string ResidentId = "440281195510019988";

    [Theory]
    [InlineData(Manner.Pointer)]
    [InlineData(Manner.NoScript)]
    [InlineData(Manner.Keyboard)]
    public async Task A_walk_in_gets_a_printed_receipt_and_the_unit_accepts(Manner manner)
    {
        var clerk = await hall.SignedIn("clerk1", manner);
        var receipt = await Received(clerk);
        await clerk.Shows(FirstPaper);
        await OnlyTheReceiptIsPrinted(clerk.Page);

        await (await hall.SignedIn("scjg-approver", manner)).Accept(receipt.Number);

        await clerk.OpenCase(receipt.Number);
        await clerk.Shows("A01");
        await Assertions.Expect(clerk.Page.GetByText("已受理").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Manner.Pointer)]
    [InlineData(Manner.NoScript)]
    [InlineData(Manner.Keyboard)]
    public async Task A_wrong_resident_id_is_named_at_its_field_and_nothing_typed_is_lost(Manner manner)
    {
        var clerk = await hall.SignedIn("clerk1", manner);
        await ChooseItem(clerk);
        await FillIn(clerk);
        await clerk.Type("身份证号码或统一社会信用代码", "440281195510019987");
        await clerk.Press("收件并打印凭证");
        var number = clerk.Page.GetByLabel("身份证号码或统一社会信用代码");
        await Assertions.Expect(number).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(number).ToHaveValueAsync("440281195510019987");
        await Assertions.Expect(clerk.Page.GetByLabel("姓名或单位名称")).ToHaveValueAsync(Name);
    }

    /// <summary>Receives the papers of a walk-in; the receipt is in sight.</summary>
    internal static async Task<Receipt> Received(Person clerk)
    {
        await ChooseItem(clerk);
        await FillIn(clerk);
        await clerk.Press("收件并打印凭证");
        await clerk.Shows("已收件，请打印收件凭证交申请人。");
        return await clerk.ReadReceipt();
    }

    private static async Task ChooseItem(Person clerk)
    {
        await clerk.Go("/desk/reception");
        await clerk.Type("事项名称", "食品经营许可");
        await clerk.Press("查找");
        await clerk.Follow(Application.Item);
    }

    private static async Task FillIn(Person clerk)
    {
        await clerk.Choose("收件窗口", "A01");
        await clerk.Tick("自然人");
        await clerk.Type("姓名或单位名称", Name);
        await clerk.Type("身份证号码或统一社会信用代码", ResidentId);
        await clerk.Type("联系电话", "13800138002");
        await clerk.Choose($"{FirstPaper}的提交方式", "OriginalKept"); // the others stand at their usual ways
    }

    /// <summary>On paper stands the receipt and nothing of the desk around it, on one sheet.</summary>
    private static async Task OnlyTheReceiptIsPrinted(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator("article.receipt")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        var paper = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Single(Sheet().Matches(paper));
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    [GeneratedRegex(@"/Type ?/Page\b")]
    private static partial Regex Sheet();
}
