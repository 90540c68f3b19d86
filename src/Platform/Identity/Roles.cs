namespace Yimen.Platform.Identity;

/// <summary>The roles of a centre and their Chinese names. System, security and audit administrators exclude one another (等保三级).</summary>
public static class Roles
{
    public const string Administrator = "administrator";
    public const string Security = "security";
    public const string Auditor = "auditor";
    public const string Director = "director";
    public const string Catalogue = "catalogue";
    public const string Coordination = "coordination";
    public const string Office = "office";
    public const string Clerk = "clerk";
    public const string TownClerk = "town-clerk";
    public const string UnitEditor = "unit-editor";
    public const string UnitReviewer = "unit-reviewer";
    public const string Approver = "approver";
    public const string UnitHead = "unit-head";
    public const string Hotline = "hotline";
    public const string Liaison = "liaison";

    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        [Administrator] = "系统管理员",
        [Security] = "安全管理员",
        [Auditor] = "审计管理员",
        [Director] = "中心主任",
        [Catalogue] = "业务股",
        [Coordination] = "协调股",
        [Office] = "综合办公室",
        [Clerk] = "窗口人员",
        [TownClerk] = "镇村窗口人员",
        [UnitEditor] = "部门事项编辑",
        [UnitReviewer] = "部门事项审核",
        [Approver] = "审批人",
        [UnitHead] = "部门负责人",
        [Hotline] = "热线办",
        [Liaison] = "热线联络员",
    };

    /// <summary>Grants as the journal holds them (<c>clerk@@ approver@SCJG@</c>) in words.</summary>
    public static string InWords(string grants) =>
        string.Join("、", grants.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(g => RoleScope.Parse(g).Words));

    /// <summary>Roles that need a second factor outside a demo world.</summary>
    public static readonly IReadOnlySet<string> Privileged = new HashSet<string> { Administrator, Security, Auditor, Director };

    /// <summary>Whether these roles watch over the system administrator.</summary>
    public static bool Watches(IEnumerable<string> roles) => roles.Any(r => r is Security or Auditor);

    private static readonly string[] Exclusive = [Administrator, Security, Auditor];

    /// <summary>三员分立 — why one person may not hold these roles together; null when they may. Who audits does nothing else that could be audited.</summary>
    public static string? WhyNotTogether(IEnumerable<string> roles)
    {
        var held = roles.ToHashSet();
        return held.Count(Exclusive.Contains) > 1 ? "系统管理员、安全管理员、审计管理员不能由同一人担任。"
            : held.Contains(Auditor) && held.Count > 1 ? "审计管理员只负责审计，不能兼任其他角色。"
            : null;
    }
}
