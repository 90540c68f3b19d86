using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.Channels;

/// <summary>导出联络渠道 — names and the order of channels, no numbers; with a purpose that is noted.</summary>
internal static class ExportContacts
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapExport<ListContacts.Reading, ContactFilter, ContactRow>(ListContacts.Here, ChannelPermissions.Export, async (http, filter, reading, ct) => Of(await reading.Found(http, filter, ct)));

    private static ExportOf<ContactRow> Of(IReadOnlyList<ContactRow> rows) => new("联络渠道", ListContacts.Here, rows.AsQueryable(), r => new Dictionary<string, object?>
    {
        ["单位"] = r.Name, ["类别"] = r.Kind, ["联络人和渠道顺序"] = string.Join("；", r.People), ["政务微信"] = r.HasApp ? "已接入" : "未接入", ["状态"] = r.Standing,
    })
    { Notice = "含联络人姓名和渠道顺序，不含号码和账号。谁导出了多少条、用来做什么，会记入导出登记。" };
}
