using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Cases.Anomalies;

/// <summary>Who finds, explains and judges what looks wrong. The audit administrator reads and exports and changes nothing; the centre judges.</summary>
internal static class AnomalyPermissions
{
    public const string Read = "anomalies.read";
    public const string Explain = "anomalies.explain";
    public const string Judge = "anomalies.judge";
    public const string Export = "anomalies.export";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看异常办件", Auditor, Director, Catalogue, Coordination, Office, Approver, UnitHead),
        new(Explain, "说明异常办件", Approver, UnitHead),
        new(Judge, "采纳说明、剔除统计", Director, Coordination),
        new(Export, "导出异常办件", Auditor, Director, Coordination),
    ];
}
