using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Limits;
using Yimen.Cases.Search;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Unmasking;

/// <summary>One applicant to be reached.</summary>
public sealed record ContactRow(Guid Id, string Number, string Item, string Name, string Agent, string Phone);

/// <param name="Rows">Only in the answer to the post that gave the purpose.</param>
public sealed record ContactsView(int Count, int Most, string Purpose, FormErrors Errors)
{
    public IReadOnlyList<ContactRow>? Rows { get; init; }
}

/// <summary>批量查看联系方式 — names and telephones of the filtered cases in full: asked with a purpose, entered in the list of exports and in each case's journal before anything is shown.</summary>
internal static class ShowContacts
{
    private const string Here = "/desk/cases/contacts";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, [AsParameters] CaseFilter filter, Reading reading, CancellationToken ct) =>
            Page.Of<ContactsPage>(http, await reading.Asked(http, filter, "", new(), ct))).RequirePermission(CasePermissions.Unmask);
        app.MapPost(Here, async (HttpContext http, [AsParameters] CaseFilter filter, IFormCollection form, Reading reading, CancellationToken ct) =>
        {
            var (purpose, errors) = (http.Request.Text("purpose", 200), new FormErrors());
            return await reading.Shown(http, filter, purpose, errors, ct) is { } shown
                ? Page.Of<ContactsPage>(http, shown)
                : Page.Again<ContactsPage>(http, await reading.Asked(http, filter, purpose, errors, ct));
        }).RequirePermission(CasePermissions.Unmask);
    }

    internal sealed class Reading(AppDb db, Writer writer, ExportLog log, PermissionTable table, CountyScope scope)
    {
        public async Task<ContactsView> Asked(HttpContext http, CaseFilter filter, string purpose, FormErrors errors, CancellationToken ct) =>
            new(await Found(http, filter).CountAsync(ct), await Most(http, ct), purpose, errors);

        /// <returns>Null, with the faults at their fields, when nothing may be shown.</returns>
        public async Task<ContactsView?> Shown(HttpContext http, CaseFilter filter, string purpose, FormErrors errors, CancellationToken ct)
        {
            var (act, most) = (http.Act(purpose), await Most(http, ct));
            var count = await Found(http, filter).CountAsync(ct);
            if (purpose.Length < 2)
            {
                errors.Add("purpose", "请写明查看的用途，2 至 200 字，例如：电话通知领取结果。");
            }

            if (count > most)
            {
                errors.Add("", $"一次最多查看 {most} 件，现有 {Numbers.Thousands(count)} 件。请缩小筛选范围。");
            }

            if (errors.Count > 0)
            {
                return null;
            }

            IReadOnlyList<ContactRow> rows = [];
            await writer.Write(act, async () =>
            {
                var cases = await filter.Order(Found(http, filter)).ToListAsync(ct);
                cases.ForEach(c => c.Unmask(act));
                rows = [.. cases.Select(Row)];
                await log.Note(act, ExportOfList.By(http.Request, "申请人联系方式", rows.Count, ExportWay.View), purpose);
            }, ct);
            http.Response.Headers.CacheControl = "no-store";
            return new(rows.Count, most, purpose, errors) { Rows = rows };
        }

        private ContactRow Row(Case c) => new(c.Id, c.Number, c.ItemName, c.Applicant.Name, c.Applicant.Agent, scope.County.Keys.Open(c.Applicant.Phone) ?? "无法解密：缺少密钥");

        private IQueryable<Case> Found(HttpContext http, CaseFilter filter) =>
            filter.Apply(db, filter.Placed(db, db.Cases.Real.Within(http.Visitor, table, CasePermissions.Unmask)), http.Act().Today);

        private async Task<int> Most(HttpContext http, CancellationToken ct) => (await db.LimitsOn(http.Act().Today, ct))[CaseLimitCode.BulkView];
    }
}
