using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Hotline.Secondments;

/// <summary>Who reads, names and keeps secondments; a unit only its own.</summary>
internal static class SecondmentPermissions
{
    public const string Read = "secondments.read";
    public const string Name = "secondments.name";
    public const string Keep = "secondments.keep";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看业务骨干选派", Roles.Hotline, Director, Auditor, Liaison, UnitHead),
        new(Name, "选派本单位业务骨干", Liaison, UnitHead),
        new(Keep, "登记培训、结束选派", Roles.Hotline),
    ];
}
