using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Hotline;

/// <summary>Who reads and keeps what the office learns from its orders: rules of dispatching, bulletins, secondments.</summary>
internal static class ReportPermissions
{
    public const string ReadRules = "dispatch-rules.read";
    public const string KeepRules = "dispatch-rules.keep";
    public const string ReadBulletins = "bulletins.read";
    public const string ReadIssued = "bulletins.issued";
    public const string Issue = "bulletins.issue";

    public static readonly Permission[] Rows =
    [
        new(ReadRules, "查看派单规则", Roles.Hotline, Director, Auditor),
        new(KeepRules, "制定和终止派单规则", Roles.Hotline),
        new(ReadBulletins, "统计热线通报", Roles.Hotline, Director, Auditor),
        new(ReadIssued, "查看印发的热线通报", Roles.Hotline, Director, Auditor, Liaison, UnitHead),
        new(Issue, "印发和撤回热线通报", Roles.Hotline),
    ];
}
