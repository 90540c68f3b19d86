using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Hotline;

/// <summary>Who keeps the ways to reach a unit's people, and who answers when they are called on.</summary>
internal static class ChannelPermissions
{
    public const string Read = "contacts.read";
    public const string Keep = "contacts.keep";
    public const string Export = "contacts.export";
    public const string Acknowledge = "urgent.acknowledge";
    public const string Follow = "urgent.follow";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看联络渠道", Roles.Hotline, Director, Liaison, Approver, UnitHead),
        new(Keep, "维护联络渠道", Roles.Hotline, Liaison, UnitHead),
        new(Export, "导出联络渠道", Roles.Hotline, Director),
        new(Acknowledge, "确认知悉紧急工单", Liaison, Approver, UnitHead),
        new(Follow, "跟进紧急联络", Roles.Hotline),
    ];
}
