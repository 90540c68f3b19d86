using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Channels;

public sealed record ContactExportView(int Count, string Purpose, FormErrors Errors);

/// <summary>导出联络渠道 — names and the order of channels, no numbers; with a purpose that is noted.</summary>
internal static class ExportContacts
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ListContacts.Here + "/export", async (HttpContext http, [AsParameters] ContactFilter filter, ListContacts.Reading reading, CancellationToken ct) =>
            Page.Of<ContactExportPage>(http, new ContactExportView((await reading.Found(http, filter, ct)).Count, "", new()))).RequirePermission(ChannelPermissions.Export);
        app.MapPost(ListContacts.Here + "/export", Export).RequirePermission(ChannelPermissions.Export);
    }

    private static async Task<IResult> Export(HttpContext http, [AsParameters] ContactFilter filter, IFormCollection form, ListContacts.Reading reading, Writer writer, ExportLog log, CancellationToken ct)
    {
        var (purpose, found, errors) = (http.Request.Text("purpose", 200), await reading.Found(http, filter, ct), new FormErrors());
        if (purpose.Length < 2)
        {
            errors.Add("purpose", "请填写导出用途，2 至 200 字。");
            return Page.Again<ContactExportPage>(http, new ContactExportView(found.Count, purpose, errors));
        }

        var act = http.Act(purpose);
        await writer.Write(act, () => log.Note(act, ExportOfList.By(http.Request, "联络渠道", found.Count), purpose), ct);
        return Sheet.Of($"联络渠道{act.Today:yyyyMMdd}.xlsx", found.Select(r => new Dictionary<string, object?>
        {
            ["单位"] = r.Name, ["类别"] = r.Kind, ["联络人和渠道顺序"] = string.Join("；", r.People), ["政务微信"] = r.HasApp ? "已接入" : "未接入", ["状态"] = r.Standing,
        }));
    }
}
