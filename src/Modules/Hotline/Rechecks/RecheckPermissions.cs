using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Hotline.Rechecks;

/// <summary>Who reads, explains and decides the dissatisfied orders; a unit only its own.</summary>
internal static class RecheckPermissions
{
    public const string Read = "order-rechecks.read";
    public const string Explain = "order-rechecks.explain";
    public const string Decide = "order-rechecks.decide";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看不满意件复核", Roles.Hotline, Director, Auditor, Liaison, UnitHead),
        new(Explain, "说明不满意件", Liaison, UnitHead),
        new(Decide, "复核不满意件", Roles.Hotline),
    ];
}
