using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Cases.OutsideCases;

/// <summary>Who may do what with a registration of an outside matter.</summary>
internal static class OutsidePermissions
{
    public const string Read = "outside.read";
    public const string Register = "outside.register";
    public const string Report = "outside.report";
    public const string Export = "outside.export";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看外部系统登记", Clerk, TownClerk, Approver, UnitHead, Director, Coordination, Office, Auditor),
        new(Register, "登记外部系统办件", Clerk, TownClerk, Approver),
        new(Report, "回传外部系统状态", Clerk, TownClerk, Approver, Coordination),
        new(Export, "导出外部系统登记", Director, Coordination, Office, UnitHead),
    ];
}
