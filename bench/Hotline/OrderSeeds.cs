namespace Yimen.Bench.Hotline;

/// <summary>Orders that were taken through the product once, for the crowd and for the twin to write again.</summary>
/// <param name="Plain">As it was taken down; <paramref name="Marked"/> too, with the word that is searched.</param>
/// <param name="Signed">An order that its unit signed for, and <paramref name="Replied"/>, another that was replied to besides.</param>
/// <param name="Closed">One of the world's, through its whole life.</param>
/// <param name="Match">What the index is asked for the word.</param>
internal sealed record OrderSeeds(string Plain, string Marked, string Signed, string Replied, string Closed, string Match)
{
    public const string Word = "萤石矿";
    private const string Story = "县城人民南路第三个路口往东约五十米，路边排水沟盖板破损已有半个多月，先后有两辆电动车陷入，一名老人摔伤。附近居民多次向物业反映，物业答复说该路段不属小区范围。雨天积水很深，看不清盖板位置，放学时段行人多，存在较大安全隐患。" +
        "请有关部门尽快到现场查看，先设置警示标志，再更换破损的盖板，并检查同一条路上其他盖板是否完好，把处理结果告诉我们。另外路灯也有三盏不亮，请一并处理，谢谢。";

    /// <summary>Some two hundred characters.</summary>
    public static object Body(bool marked = false) => new { source = "WalkIn", type = "Help", title = "人民南路排水沟盖板破损", content = marked ? $"{Story[..100]}靠近{Word}旧址。{Story[100..]}" : Story, name = "演示测速", phone = "13800138010" };

    /// <summary>A PDF of nothing, as the sealed scan.</summary>
    private static readonly byte[] Scan = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n98\n%%EOF"u8.ToArray();

    public static async Task<OrderSeeds> Take(Stage stage, Server server)
    {
        var (office, liaison) = (await FormBrowser.SignIn(server.Http, "hotline1", "/desk"), await FormBrowser.SignIn(server.Http, "scjg-liaison", "/desk"));
        var (plain, marked, signed, replied) = (await stage.Order(server), await stage.Order(server, marked: true), await stage.Order(server), await stage.Order(server));
        foreach (var id in new[] { signed, replied })
        {
            _ = await office.Post($"/desk/orders/{id}/dispatch", ("type", "Help"), ("class", "010102"), ("urgency", "Ordinary"), ("unit", "SCJG"), ("basis", "测速")) ?? throw new InvalidOperationException("An order was not dispatched.");
            _ = await liaison.Post($"/desk/orders/{id}/signature") ?? throw new InvalidOperationException("An order was not signed for.");
        }

        _ = await Reply(liaison, replied) ?? throw new InvalidOperationException("An order was not replied to.");
        return new(plain, marked, signed, replied, "", "");
    }

    private static readonly (string Name, string Value)[] Fields = [("contactedOn", "2020-01-02"), ("contactedAt", "08:30"), ("way", "Phone"), ("facts", "到现场查看，盖板确有破损。"), ("outcome", "Solved"),
        ("text", "已更换盖板并检查同路段其他盖板，感谢您的反映。"), ("basis", "城市照明管理规定"), ("person", "张工"), ("phone", "0751-0000019")];

    /// <summary>The unit's reply by the form, with its scan.</summary>
    public static Task<string?> Reply(FormBrowser liaison, string id) => liaison.Post($"/desk/orders/{id}/reply", ("scan", Scan, "答复.pdf"), Fields);

    /// <summary>The same form for the twin.</summary>
    public static MultipartFormDataContent ReplyBody() => FormBrowser.Form(("scan", Scan, "答复.pdf"), Fields);
}
