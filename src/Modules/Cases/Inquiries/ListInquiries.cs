using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Inquiries;

/// <summary>咨询记录 — who was told what, at which window, by whom; filtered by the URL, taken out with a purpose.</summary>
internal static class ListInquiries
{
    public const string Here = "/desk/inquiries";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(CounterPermissions.ReadInquiries);
        app.MapExport<ListGround, InquiryFilter, Inquiry>(Here, CounterPermissions.Export, (http, filter, on) => Taken(Found(http, filter, on.Db, on.Table, on.Scope.County.Keys, CounterPermissions.Export)));
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] InquiryFilter filter, AppDb db, PermissionTable table, CountyScope scope, CancellationToken ct)
    {
        var found = Found(http, filter, db, table, scope.County.Keys, CounterPermissions.ReadInquiries);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await found.Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        var units = await db.UnitRefs.OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        return Page.Of<InquiriesPage>(http, new InquiriesView([.. rows.Select(Row)], paging, filter, units, http.Visitor.May(table, CounterPermissions.Export)));
    }

    private static IQueryable<Inquiry> Found(HttpContext http, InquiryFilter filter, AppDb db, PermissionTable table, CountyKeys keys, string verb) =>
        filter.Apply(db.Inquiries.AsNoTracking().Within(http.Visitor, table, verb), keys).OrderByDescending(i => i.AskedAt).ThenBy(i => i.Id);

    private static ExportOf<Inquiry> Taken(IQueryable<Inquiry> rows) => new("咨询记录", Here, rows, i => new Dictionary<string, object?>
    {
        ["告知单编号"] = i.Number, ["事项"] = i.ItemName, ["部门"] = i.Unit.Value, ["窗口"] = i.Window, ["告知人"] = i.ByName, ["时间"] = Dates.Moment(i.AskedAt),
        ["咨询人"] = Masking.Name(i.Name), ["还缺材料"] = i.Missing.Count,
    });

    private static InquiryRow Row(Inquiry i) => new(i.Id, i.Number, i.ItemName, i.Window, i.ByName, i.AskedAt, Masking.Name(i.Name), i.Missing.Count);
}

/// <summary>The query of the list, as it stands in the URL.</summary>
public sealed record InquiryFilter(string? Q, string? Unit, string? Window, string? From, string? To, string? Page, string? Size)
{
    internal IQueryable<Inquiry> Apply(IQueryable<Inquiry> rows, CountyKeys keys)
    {
        rows = Q?.Trim() is { Length: > 0 } q ? Matching(rows, q, keys) : rows;
        rows = UnitId.TryParse(Unit, null, out var unit) ? rows.Where(i => i.Unit == unit) : rows;
        rows = !string.IsNullOrWhiteSpace(Window) ? rows.Where(i => i.Window == Window) : rows;
        rows = DateOnly.TryParse(From, out var from) ? rows.Where(i => i.AskedOn >= from) : rows;
        return DateOnly.TryParse(To, out var to) ? rows.Where(i => i.AskedOn <= to) : rows;
    }

    private static IQueryable<Inquiry> Matching(IQueryable<Inquiry> rows, string q, CountyKeys keys)
    {
        if (Phone.TryParse(q, out var phone, out string _))
        {
            var index = keys.IndexOf(phone.Value);
            return rows.Where(i => i.PhoneIndex == index);
        }

        var number = q.ToUpperInvariant();
        return number.StartsWith("ZX", StringComparison.Ordinal) ? rows.Where(i => i.Number.StartsWith(number)) : rows.Where(i => i.ItemName.Contains(q));
    }
}

public sealed record InquiryRow(Guid Id, string Number, string Item, string Window, string Clerk, DateTimeOffset At, string Name, int Missing);

public sealed record InquiriesView(IReadOnlyList<InquiryRow> Rows, Paging Paging, InquiryFilter Filter, IReadOnlyList<Choice> Units, bool CanExport);
