using Yimen.Platform.Identity;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Cases;

/// <summary>Who may do what at the counter, beside the case itself.</summary>
internal static class CounterPermissions
{
    public const string Ask = "counter.inquiries.tell";
    public const string ReadInquiries = "counter.inquiries.read";
    public const string Export = "counter.export";

    public static readonly Permission[] Rows =
    [
        new(Ask, "咨询一次性告知", Clerk, TownClerk),
        new(ReadInquiries, "查看咨询记录", Clerk, TownClerk, UnitHead, Director, Coordination, Office, Auditor),
        new(Export, "导出窗口记录", Director, Coordination, Office),
    ];
}
