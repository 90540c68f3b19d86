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

namespace Yimen.Cases.Amendments;

/// <summary>更正申请 — the unit sees what stood and what should stand, and allows it or says why not.</summary>
internal static class AnswerAmendment
{
    private const string Here = "/desk/amendments";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, List).RequirePermission(CounterPermissions.ReadAmendments);
        app.MapGet(Here + "/{id:guid}", async (HttpContext http, Guid id, Reading reading, CancellationToken ct) =>
            Page.Of<AmendmentPage>(http, await reading.View(http, id, new(), ct))).RequirePermission(CounterPermissions.ReadAmendments);
        app.MapPost(Here + "/{id:guid}/permission", async (HttpContext http, Guid id, Reading reading, CancellationToken ct) =>
        {
            await reading.Allow(http, id, ct);
            return Page.Then(http, $"{Here}/{id}", "已同意，办件内容已更正。");
        }).RequirePermission(CounterPermissions.AllowAmendment);
        app.MapPost(Here + "/{id:guid}/refusal", Refuse).RequirePermission(CounterPermissions.AllowAmendment);
    }

    private static async Task<IResult> List(HttpContext http, string? state, string? page, string? size, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var found = db.Amendments.AsNoTracking().Within(http.Visitor, table, CounterPermissions.ReadAmendments);
        found = Enum.TryParse<AmendmentState>(state, out var one) && Enum.IsDefined(one) ? found.Where(a => a.State == one) : found;
        var paging = Paging.Of(page, size, await found.CountAsync(ct));
        var rows = await found.OrderByDescending(a => a.AskedAt).ThenBy(a => a.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        return Page.Of<AmendmentsPage>(http, new AmendmentsView([.. rows.Select(a => new AmendmentRow(a.Id, a.CaseNumber, a.ItemName, a.Fields, a.ByName, a.AskedAt, Label.Of(a.State), Tone(a.State)))], state, paging));
    }

    private static async Task<IResult> Refuse(HttpContext http, Guid id, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var reason = http.Request.Text("reason", 200);
        if (reason.Length < 2)
        {
            var errors = new FormErrors();
            errors.Add("reason", "请写明不同意的原因。");
            return Page.Again<AmendmentPage>(http, await reading.View(http, id, errors, ct));
        }

        await reading.Change(http, id, reason, (asked, act) => { asked.Refuse(act); return Task.CompletedTask; }, ct);
        return Page.Then(http, $"{Here}/{id}", "已退回窗口。");
    }

    private static Tone Tone(AmendmentState state) => state switch { AmendmentState.Asked => Platform.Ui.Tone.Warn, AmendmentState.Allowed => Platform.Ui.Tone.Good, _ => Platform.Ui.Tone.Bad };

    internal sealed class Reading(AppDb db, Writer writer, CountyScope scope, PermissionTable table)
    {
        public async Task<AmendmentView> View(HttpContext http, Guid id, FormErrors errors, CancellationToken ct)
        {
            var asked = await db.Amendments.AsNoTracking().Within(http.Visitor, table, CounterPermissions.ReadAmendments).FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotThere();
            var c = await db.Cases.AsNoTracking().FirstAsync(x => x.Id == asked.CaseId, ct);
            var (stands, to) = (AmendInput.Of(c, scope.County.Keys), AmendInput.Open(asked.Content, scope.County.Keys));
            var open = asked.State == AmendmentState.Asked;
            IReadOnlyList<AmendRow> rows =
            [
                .. new AmendRow[] { new("姓名或名称", stands.Name, to.Name), new("电话", Masking.Phone(stands.Phone), Masking.Phone(to.Phone)), new("地址", stands.Address, to.Address), new("经办人", stands.Agent, to.Agent), new("申请内容", stands.Request, to.Request) }
                    .Where(r => asked.Fields.Split('、').Contains(r.Field)),
            ];
            return new(id, asked.CaseId, asked.CaseNumber, asked.ItemName, Label.Of(asked.State), Tone(asked.State), rows, asked.Why, asked.ByName, asked.Answer,
                open && http.Visitor.May(table, CounterPermissions.AllowAmendment, asked.Unit, asked.Area), asked.Trail.Count, await CaseTimeline.OfMatter(db, asked.Ref, ct), errors);
        }

        public Task Allow(HttpContext http, Guid id, CancellationToken ct) => Change(http, id, null, async (asked, act) =>
        {
            var c = await db.Cases.Whole.FirstAsync(x => x.Id == asked.CaseId, ct);
            asked.Allow(c, AmendInput.Open(asked.Content, scope.County.Keys).Against(c, scope.County.Keys), act);
        }, ct);

        public async Task Change(HttpContext http, Guid id, string? reason, Func<AmendmentRequest, Act, Task> verb, CancellationToken ct)
        {
            var act = http.Act(reason);
            await writer.Write(act, http.IdempotencyKey, async () =>
            {
                await verb(await db.Amendments.Within(http.Visitor, table, CounterPermissions.AllowAmendment).FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotThere(), act);
                return true;
            }, ct);
        }
    }
}

public sealed record AmendRow(string Field, string Stands, string Should);

public sealed record AmendmentView(
    Guid Id, Guid CaseId, string CaseNumber, string Item, string State, Tone Tone, IReadOnlyList<AmendRow> Rows, string Why, string ByName, string Answer, bool CanAnswer, int Version,
    IReadOnlyList<TimelineEntry> Timeline, FormErrors Errors);

public sealed record AmendmentRow(Guid Id, string CaseNumber, string Item, string Fields, string ByName, DateTimeOffset At, string State, Tone Tone);

public sealed record AmendmentsView(IReadOnlyList<AmendmentRow> Rows, string? State, Paging Paging);
