using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Channels;

/// <summary>联络渠道 — every member unit of the hotline and how complete its book is; a unit sees its own line.</summary>
internal static class ListContacts
{
    public const string Here = "/desk/contacts";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, [AsParameters] ContactFilter filter, Reading reading, CancellationToken ct) =>
            Page.Of<ContactsPage>(http, await reading.View(http, filter, ct))).RequirePermission(ChannelPermissions.Read);
        app.MapGet("/api/v1/contacts", async Task<Ok<IReadOnlyList<ContactRow>>> (HttpContext http, [AsParameters] ContactFilter filter, Reading reading, CancellationToken ct) =>
            TypedResults.Ok(await reading.Found(http, filter, ct))).RequirePermission(ChannelPermissions.Read).Described("查询成员单位的联络渠道，不含号码");
    }

    internal sealed class Reading(AppDb db, PermissionTable table)
    {
        public async Task<ContactsView> View(HttpContext http, ContactFilter filter, CancellationToken ct)
        {
            var found = await Found(http, filter, ct);
            var paging = Paging.Of(filter.Page, filter.Size, found.Count);
            Choice[] kinds = [.. Enum.GetValues<UnitKind>().Select(k => new Choice(k.ToString(), Label.Of(k)))];
            return new([.. found.Skip(paging.Skip).Take(paging.Size)], paging, filter, kinds, http.Visitor.May(table, ChannelPermissions.Export));
        }

        /// <summary>As many as the county has member units: sorted and narrowed in memory.</summary>
        public async Task<IReadOnlyList<ContactRow>> Found(HttpContext http, ContactFilter filter, CancellationToken ct)
        {
            var members = await Members(db, ct);
            var units = await db.UnitRefs.AsNoTracking().Where(u => !u.Closed).OrderBy(u => u.Kind).ThenBy(u => u.Id).ToListAsync(ct);
            var books = await db.ContactBooks.AsNoTracking().ToDictionaryAsync(b => b.Unit, ct);
            var apps = (await db.WeComApps.Select(a => a.Unit).ToListAsync(ct)).ToHashSet();
            var rows = units.Where(u => members.Contains(u.Id.Value) && http.Visitor.May(table, ChannelPermissions.Read, u.Id))
                .Where(u => string.IsNullOrWhiteSpace(filter.Kind) || u.Kind.ToString() == filter.Kind)
                .Select(u => Row(u, books.GetValueOrDefault(u.Id), apps.Contains(u.Id.Value)))
                .Where(r => string.IsNullOrWhiteSpace(filter.Standing) || r.Standing == filter.Standing)
                .Where(r => string.IsNullOrWhiteSpace(filter.Q) || r.Name.Contains(filter.Q.Trim()) || r.People.Any(p => p.Contains(filter.Q.Trim())));
            return [.. filter.Sort switch { "standing" => rows.OrderBy(r => r.Standing == "齐备").ThenBy(r => r.Standing), "-standing" => rows.OrderByDescending(r => r.Standing == "齐备").ThenBy(r => r.Standing), "-name" => rows.Reverse(), _ => rows }];
        }

        private static ContactRow Row(UnitRef unit, ContactBook? book, bool hasApp) => new(
            unit.Id.Value, unit.ShortName, Label.Of(unit.Kind),
            book is null ? [] : [.. book.People.OrderBy(p => p.Post).Select(p => $"{p.Name}：{string.Join(" → ", book.Of(p.Post).Where(c => c.IsOn).Select(c => Label.Of(c.Way)).DefaultIfEmpty("没有渠道"))}")],
            Standing(book), hasApp);

        // complete: each post has somebody who can be reached
        private static string Standing(ContactBook? book) => book is null || book.People.Count == 0 ? "未设定"
            : Enum.GetValues<ContactPost>().All(post => book.People.Any(p => p.Post == post) && book.Of(post).Any(c => c.IsOn)) ? "齐备" : "不全";
    }

    /// <summary>成员单位 — the units that have a liaison.</summary>
    public static async Task<IReadOnlySet<string>> Members(AppDb db, CancellationToken ct) =>
        (await db.Users.SelectMany(a => a.Grants).Where(g => g.Role == Roles.Liaison && g.UnitCode != "").Select(g => g.UnitCode).Distinct().ToListAsync(ct)).ToHashSet();
}
