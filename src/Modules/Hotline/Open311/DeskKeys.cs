using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Open311;

public sealed record KeyRow(Guid Id, string Organisation, string Contact, string Beginning, DateTimeOffset IssuedAt, string IssuedBy, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt, int Posted);

/// <param name="Fresh">The key just issued, shown this once.</param>
public sealed record KeysView(IReadOnlyList<KeyRow> Keys, Paging Paging, string Endpoint, string Q, string State, string Organisation, string Contact, FormErrors Errors, string? Fresh);

public sealed record KeyVerbView(Guid Id, string Organisation, string Beginning, bool Renewal, string Reason, int Version, FormErrors Errors);

/// <summary>Open311 密钥 — issued to a named organisation, shown once, renewed, revoked with a reason.</summary>
internal static class DeskKeys
{
    public const string Here = "/desk/open311";
    private const string Again = "密钥只显示一次，刚才已经发放过。没有记下的，请用“换发”。";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<KeysPage>(http, await View(http, db, "", "", new(), ct))).RequirePermission(OrderPermissions.Keys);
        app.MapPost(Here, Issue).RequirePermission(OrderPermissions.Keys);
        app.MapGet(Here + "/{id:guid}/renewal", (HttpContext http, Guid id, AppDb db, CancellationToken ct) => Show(http, id, true, db, ct)).RequirePermission(OrderPermissions.Keys);
        app.MapPost(Here + "/{id:guid}/renewal", Renew).RequirePermission(OrderPermissions.Keys);
        app.MapGet(Here + "/{id:guid}/revocation", (HttpContext http, Guid id, AppDb db, CancellationToken ct) => Show(http, id, false, db, ct)).RequirePermission(OrderPermissions.Keys);
        app.MapPost(Here + "/{id:guid}/revocation", Revoke).RequirePermission(OrderPermissions.Keys);
    }

    private static async Task<IResult> Issue(HttpContext http, IFormCollection form, AppDb db, Writer writer, IdSource ids, CancellationToken ct)
    {
        var (organisation, contact, errors) = (http.Request.Text("organisation", 200), http.Request.Text("contact", 200), new FormErrors());
        if (organisation.Length is < 2 or > 60)
        {
            errors.Add("organisation", "请填写申请单位的全称，2 至 60 个字。");
        }

        if (contact.Length is < 2 or > 60)
        {
            errors.Add("contact", "请填写联系人和电话，2 至 60 个字。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<KeysPage>(http, await View(http, db, organisation, contact, errors, ct));
        }

        var (act, key) = (http.Act(), Open311Key.NewKey(ids));
        var mine = ids.NewId(act.Now);
        var issued = await writer.Write(act, http.IdempotencyKey, () => Task.FromResult(db.Add(Open311Key.Issue(mine, key, organisation, contact, act)).Entity.Id), ct);
        return issued == mine ? Page.Of<KeysPage>(http, await View(http, db, "", "", new(), ct) with { Fresh = key }) : Page.Then(http, Here, Again);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, bool renewal, AppDb db, CancellationToken ct) =>
        Page.Of<KeyVerbPage>(http, View(await Find(db.Set<Open311Key>().AsNoTracking(), id, ct), renewal, "", new()));

    private static async Task<IResult> Renew(HttpContext http, Guid id, IFormCollection form, AppDb db, Writer writer, IdSource ids, CancellationToken ct)
    {
        var (act, key) = (http.Act(), Open311Key.NewKey(ids));
        var renewed = await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var found = await Find(db.Set<Open311Key>(), id, ct);
            Fresh(http, found);
            found.Renew(key, act);
            return found.Beginning;
        }, ct);
        db.ChangeTracker.Clear();
        return key.StartsWith(renewed, StringComparison.Ordinal) ? Page.Of<KeysPage>(http, await View(http, db, "", "", new(), ct) with { Fresh = key }) : Page.Then(http, Here, Again);
    }

    private static async Task<IResult> Revoke(HttpContext http, Guid id, IFormCollection form, AppDb db, Writer writer, CancellationToken ct)
    {
        var reason = http.Request.Text("reason", 200);
        if (reason.Length < 2)
        {
            var errors = new FormErrors();
            errors.Add("reason", "请写明停用的理由，不少于 2 个字。");
            return Page.Again<KeyVerbPage>(http, View(await Find(db.Set<Open311Key>().AsNoTracking(), id, ct), false, reason, errors));
        }

        var act = http.Act(reason);
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var found = await Find(db.Set<Open311Key>(), id, ct);
            Fresh(http, found);
            found.Revoke(act);
            return true;
        }, ct);
        return Page.Then(http, Here, "已停用，立即生效。");
    }

    private static void Fresh(HttpContext http, Open311Key found)
    {
        if (http.Request.SeenVersion is { } seen && seen != found.Trail.Count)
        {
            throw new DbUpdateConcurrencyException("The key was changed meanwhile.");
        }
    }

    private static async Task<Open311Key> Find(IQueryable<Open311Key> keys, Guid id, CancellationToken ct) => await keys.FirstOrDefaultAsync(k => k.Id == id, ct) ?? throw new NotThere();

    private static KeyVerbView View(Open311Key key, bool renewal, string reason, FormErrors errors) => key.IsInForce
        ? new(key.Id, key.Organisation, key.Beginning, renewal, reason, key.Trail.Count, errors)
        : throw new RuleViolation("key-revoked", "这个密钥已经停用。");

    private static async Task<KeysView> View(HttpContext http, AppDb db, string organisation, string contact, FormErrors errors, CancellationToken ct)
    {
        var query = http.Request.Query;
        var (q, state) = ((query["q"].FirstOrDefault() ?? "").Trim(), query["state"].FirstOrDefault() ?? "");
        var found = db.Set<Open311Key>().AsNoTracking().Where(k => (q == "" || k.Organisation.Contains(q) || k.Beginning == q) && (state != "active" || k.RevokedAt == null) && (state != "revoked" || k.RevokedAt != null));
        var paging = Paging.Of(query["page"].FirstOrDefault(), query["size"].FirstOrDefault(), await found.CountAsync(ct));
        var rows = await found.OrderByDescending(k => k.IssuedAt).ThenBy(k => k.Id).Skip(paging.Skip).Take(paging.Size)
            .Select(k => new KeyRow(k.Id, k.Organisation, k.Contact, k.Beginning, k.IssuedAt, k.IssuedBy, k.LastUsedAt, k.RevokedAt, db.Set<Open311Request>().Count(r => r.KeyId == k.Id))).ToListAsync(ct);
        return new(rows, paging, $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/open311/v2/", q, state, organisation, contact, errors, null);
    }
}
