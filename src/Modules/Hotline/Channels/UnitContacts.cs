using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Channels;

/// <summary>一个单位的联络渠道 — whom, over what, in which order; its own application; how the last tests went.</summary>
internal static class UnitContacts
{
    private const int Tests = 5;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(ListContacts.Here + "/{unit}", async (HttpContext http, string unit, Reading reading, CancellationToken ct) =>
        Page.Of<UnitContactsPage>(http, await reading.View(http, await reading.Find(http, unit, ChannelPermissions.Read, ct), "", new(), ct))).RequirePermission(ChannelPermissions.Read);

    internal sealed class Reading(AppDb db, CountyScope scope, PermissionTable table, ContactPlans plans)
    {
        /// <summary>The member unit of an address, within the visitor's scope.</summary>
        /// <exception cref="NotThere">There is no such member unit, or it is not theirs.</exception>
        public async Task<UnitRef> Find(HttpContext http, string code, string verb, CancellationToken ct) =>
            UnitId.TryParse(code, null, out var unit) && http.Visitor.May(table, verb, unit) && (await ListContacts.Members(db, ct)).Contains(unit.Value)
                ? await db.UnitRefs.AsNoTracking().FirstOrDefaultAsync(u => u.Id == unit, ct) ?? throw new NotThere()
                : throw new NotThere();

        /// <summary>The hotline office, which also looks after the machine's own gateways.</summary>
        public bool MayFollow(HttpContext http) => http.Visitor.May(table, ChannelPermissions.Follow);

        /// <summary>Accounts that may stand at a post: whoever works in the unit.</summary>
        public async Task<IReadOnlyList<Choice>> Accounts(UnitId unit, CancellationToken ct) =>
            [.. (await db.Users.AsNoTracking().Where(a => a.Kind == AccountKind.Staff && a.State == AccountState.Active && (a.Unit == unit || a.Grants.Any(g => g.UnitCode == unit.Value))).Include(a => a.Grants).OrderBy(a => a.UserName).ToListAsync(ct))
                .Select(a => new Choice(a.Id.ToString(), $"{a.DisplayName}（{string.Join("、", a.Grants.Select(g => Roles.Names.GetValueOrDefault(g.Role, g.Role)).Distinct())}）"))];

        public async Task<UnitContactsView> View(HttpContext http, UnitRef unit, string asked, FormErrors errors, CancellationToken ct)
        {
            var book = await db.ContactBooks.AsNoTracking().FirstOrDefaultAsync(b => b.Unit == unit.Id, ct) ?? ContactBook.Of(Guid.Empty, unit.Id);
            var closed = (await plans.Of(unit.Id, ct)).Where(s => s.Closed is not null).ToDictionary(s => (s.Post, s.Way), s => s.Closed);
            var app = await db.WeComApps.AsNoTracking().FirstOrDefaultAsync(a => a.Unit == unit.Id.Value, ct);
            string Typed(string form, string field, string kept) => asked == form ? http.Request.Text(field) : kept;
            var posts = Enum.GetValues<ContactPost>().Select(post => new PostView(post.ToString(), Label.Of(post), Typed($"person-{post}", "account", book.People.FirstOrDefault(p => p.Post == post)?.AccountId.ToString() ?? ""),
                book.People.FirstOrDefault(p => p.Post == post)?.Name ?? "", Channels(book, post, closed), Typed($"channel-{post}", "way", ""), Typed($"channel-{post}", "address", "")));
            return new(unit.Id.Value, unit.Name, book.Trail.Count, [.. posts], await Accounts(unit.Id, ct),
                new(app is not null, Typed("app", "baseUrl", app?.BaseUrl ?? ""), Typed("app", "corpId", app?.CorpId ?? ""), Typed("app", "agentId", app is null ? "" : $"{app.AgentId}")),
                await TestsOf(book, ct), http.Visitor.May(table, ChannelPermissions.Keep, unit.Id), asked, errors);
        }

        private IReadOnlyList<ChannelRow> Channels(ContactBook book, ContactPost post, Dictionary<(ContactPost, ContactWay), string?> closed)
        {
            var ordered = book.Of(post).ToList();
            return [.. ordered.Select((c, n) => new ChannelRow(c.Way.ToString(), Label.Of(c.Way), ContactAddress.Masked(c.Way, scope.County.Keys.Open(c.Address)), c.IsOn, closed.GetValueOrDefault((post, c.Way)), n == 0, n == ordered.Count - 1))];
        }

        private async Task<IReadOnlyList<TestRow>> TestsOf(ContactBook book, CancellationToken ct)
        {
            var sent = await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.MatterKind == ContactBook.MatterKind && m.MatterId == book.Id).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(Tests).ToListAsync(ct);
            return [.. sent.Select(m => new TestRow(m.CreatedAt, Label.Of(m.Channel), Label.Of(m.State), m.State switch { OutboxState.Sent => Tone.Good, OutboxState.Dead => Tone.Bad, _ => Tone.Active }, m.LastError ?? ""))];
        }
    }
}
