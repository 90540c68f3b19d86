using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Tests.World;

namespace Yimen.Tests.Documents;

/// <summary>Documents issued in the small town.</summary>
internal static class Papers
{
    public static readonly DocumentKind Acceptance = new("acceptance", "受理通知书", "受");
    public static readonly DocumentKind Refusal = new("refusal", "不予受理通知书", "不受");
    public static readonly MatterRef Matter = new("paper-test", new Guid("00000000-0000-7000-8000-0000000000aa"));

    public static readonly DocumentContent Content = new("受理通知书", "乐昌市市场监督管理局", new DateOnly(2020, 11, 2))
    {
        Addressee = "演示甲",
        Parts =
        [
            new Paragraph("你于2020年11月2日提出的食品经营许可申请，经审查，材料齐全、符合法定形式，现予受理。"),
            new Heading("办理期限"),
            new Numbered("法定时限二十个工作日。"),
            new Numbered("承诺时限五个工作日。"),
            new TablePart(["序号", "材料", "份数"], [["1", "申请书 <b>", "1"], ["2", "身份证明", "1"]]),
        ],
        Attachments = ["材料清单"],
        Note = "联系电话：0751-0001001",
    };

    public static Act Act(this Town town) => new(new Actor(Guid.Empty, "邓甲", TownPeople.Centre), town.Time.Now(), "测试");

    public static Task<DocumentRecord> Issued(this Town town, DocumentKind? kind = null) => town.InCounty((_, services) =>
    {
        var register = services.GetRequiredService<DocumentRegister>();
        return services.GetRequiredService<Writer>().Write(town.Act(), null, () => Task.FromResult(register.Issue(town.Act(), kind ?? Acceptance, Matter, Content)), default);
    });

    public static Task<bool> Revoked(this Town town, Guid id) => town.InCounty(async (db, services) =>
    {
        await services.GetRequiredService<Writer>().Write(town.Act(), async () => (await db.Set<DocumentRecord>().SingleAsync(d => d.Id == id)).Revoke(town.Act()), default);
        return true;
    });
}
