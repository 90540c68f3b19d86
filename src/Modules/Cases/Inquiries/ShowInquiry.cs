using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.CasePage;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Inquiries;

/// <summary>One inquiry: what was told and what was lacking; a lost sheet is printed again.</summary>
internal static class ShowInquiry
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/inquiries/{id:guid}", Show).RequirePermission(CounterPermissions.ReadInquiries);
        app.MapPost("/desk/inquiries/{id:guid}/reprint", Reprint).RequirePermission(CounterPermissions.Ask);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, AppDb db, PermissionTable table, CountyScope scope, CancellationToken ct)
    {
        var found = await db.Inquiries.AsNoTracking().Within(http.Visitor, table, CounterPermissions.ReadInquiries).FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw new NotThere();
        var notice = await db.NoticeOf(found, "", ct);
        return Page.Of<InquiryPage>(http, new InquiryView(notice, Masking.Name(found.Name), Masking.Phone(scope.County.Keys.Open(found.Phone)), found.ItemId,
            await CaseTimeline.OfMatter(db, found.Ref, ct), http.Visitor.May(table, CounterPermissions.Ask, found.Unit, found.Area)));
    }

    private static async Task<IResult> Reprint(HttpContext http, Guid id, AppDb db, Writer writer, PermissionTable table, CancellationToken ct)
    {
        var act = http.Act();
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var found = await db.Inquiries.Within(http.Visitor, table, CounterPermissions.Ask).FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw new NotThere();
            found.Reprint(act);
            return true;
        }, ct);
        return Page.Then(http, $"/desk/inquiries/{id}/notice?print=1");
    }
}

public sealed record InquiryView(NoticeView Told, string Name, string Phone, Guid ItemId, IReadOnlyList<TimelineEntry> Timeline, bool CanReprint);
