using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Cases.Assistance;

internal static class AssistancePermissions
{
    public const string Read = "assistance.read";
    public const string Request = "assistance.request";
    public const string Act = "assistance.act";
    public const string Export = "assistance.export";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看帮办代办", TownClerk, Clerk, Coordination, Director, Office, Auditor),
        new(Request, "登记帮办申请", TownClerk, Clerk, Coordination),
        new(Act, "指派、代办、巡村", TownClerk),
        new(Export, "导出帮办代办", Director, Coordination, Office),
    ];
}
