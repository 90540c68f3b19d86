using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Devices;
using Yimen.Catalog.Contracts;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Text;

namespace Yimen.Cases.Reception;

/// <summary>选事项 — the clerk types a few characters and picks what is applied for.</summary>
internal static class ChooseItem
{
    private const int Most = 30;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/reception", Show).RequirePermission(CasePermissions.Receive);

    private static async Task<IResult> Show(HttpContext http, AppDb db, string? q, string? late, FrontDesk desk, BridgePort bridge, CancellationToken ct)
    {
        var query = q?.Trim() ?? "";
        var (items, front) = (query.Length == 0 ? [] : await Find(http.Visitor, db, query, ct), desk.Of(http));
        if (items.Count == 1 && (front is not null || IsCode(query)))
        {
            // a scanned code, or the only one that fits: nothing is left to choose
            return Page.Then(http, $"/desk/reception/{items[0].Id}{(late == "1" ? "/late" : "")}");
        }

        var known = front is null ? null : await desk.Known(http, front, ct);
        return Page.Of<ChooseItemPage>(http, new ChooseItemView(query, items) { Late = late == "1", Bridge = bridge.Number, Front = front is null ? null : FrontView.Of(front, known, desk.Masked(known?.Last)) });
    }

    // 基本编码 with 办理项序号, as the guide and the notice print it
    private static bool IsCode(string query) => query.Length is >= 12 and <= 14 && query.All(char.IsAsciiDigit);

    private static async Task<IReadOnlyList<ItemChoice>> Find(Visitor visitor, AppDb db, string query, CancellationToken ct)
    {
        var items = db.ItemRefs.Where(i => i.State == ItemState.InForce);
        var units = visitor.Scopes.Where(s => s.Role == Roles.Clerk && s.Unit is not null).Select(s => s.Unit!.Value).ToList();
        var everywhere = visitor.Scopes.Any(s => s.Role == Roles.Clerk && s.Unit is null);
        if (!everywhere && units.Count > 0)
        {
            items = items.Where(i => units.Contains(i.Unit));
        }

        if (IsCode(query))
        {
            return await (
                from i in items
                where (i.BasicCode + i.Handling).StartsWith(query)
                join v in db.ItemVersionRefs on i.Current equals v.Id
                where v.HandledIn == HandledIn.Here
                join u in db.UnitRefs on i.Unit equals u.Id
                orderby i.BasicCode, i.Handling, i.Id
                select new ItemChoice(i.Id, v.Name, u.ShortName, v.ProjectType, v.AcceptMode)).Take(Most).ToListAsync(ct);
        }

        var rows =
            from hit in TextIndex.Hits(db, "item", query)
            join i in items on hit.Id equals i.Id
            join v in db.ItemVersionRefs on i.Current equals v.Id
            where v.HandledIn == HandledIn.Here
            join u in db.UnitRefs on i.Unit equals u.Id
            orderby hit.TitleHit descending, hit.TitleLength, i.Id
            select new ItemChoice(i.Id, v.Name, u.ShortName, v.ProjectType, v.AcceptMode);
        return await rows.Take(Most).ToListAsync(ct);
    }
}

public sealed record ItemChoice(Guid Id, string Name, string Unit, ProjectType ProjectType, AcceptMode AcceptMode);

public sealed record ChooseItemView(string Query, IReadOnlyList<ItemChoice> Items)
{
    /// <summary>What is chosen is entered later, from an emergency receipt.</summary>
    public bool Late { get; init; }

    /// <summary>The port of this computer's device bridge.</summary>
    public int Bridge { get; init; }

    /// <summary>Who stands at the window.</summary>
    public FrontView? Front { get; init; }
}
