using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Hotline.Appraisal;

/// <summary>Who counts, reads, excludes and objects. A unit reads its own line whole, and of the others places and points once they are published.</summary>
internal static class AppraisalPermissions
{
    public const string Read = "appraisals.read";
    public const string Keep = "appraisals.keep";
    public const string Allow = "appraisals.allow";
    public const string Object = "appraisals.object";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看热线考核", Roles.Hotline, Director, Auditor, Liaison, UnitHead),
        new(Keep, "计算、公布和定稿热线考核", Roles.Hotline),
        new(Allow, "批准考核剔除", Director),
        new(Object, "对热线考核提出申诉", Liaison, UnitHead),
    ];
}
