using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Assistance;

/// <summary>申请帮办 — written down by the clerk who took the call or stood at the door, or asked for online by the person.</summary>
internal static class RequestAssistance
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/assistance/new", async (HttpContext http, Reading reading, CancellationToken ct) =>
            Page.Of<RequestPage>(http, await reading.Desk(http, new AssistanceInput { Door = nameof(AssistanceDoor.Phone) }, new(), ct))).RequirePermission(AssistancePermissions.Request);
        app.MapPost("/desk/assistance", Post).RequirePermission(AssistancePermissions.Request);
        app.MapGet("/my/assistance", async (HttpContext http, Reading reading, CancellationToken ct) => Page.Of<MyAssistancePage>(http, await reading.Mine(http, null, new(), ct))).RequireAuthorization();
        app.MapPost("/my/assistance", Ask).RequireAuthorization();
    }

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var (input, errors) = (AssistanceInput.From(form), new FormErrors());
        return await reading.Handle(http, input, null, errors, ct) is { } id
            ? Page.Then(http, $"/desk/assistance/{id}", "已登记帮办申请，请指派帮办员。")
            : Page.Again<RequestPage>(http, await reading.Desk(http, input, errors, ct));
    }

    private static async Task<IResult> Ask(HttpContext http, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var (input, errors) = (AssistanceInput.From(form), new FormErrors());
        return await reading.Handle(http, input, http.Visitor.Actor.AccountId, errors, ct) is not null
            ? Page.Then(http, "/my/assistance", "已申请。村（社区）的帮办员会打电话与您联系，不收取任何费用。")
            : Page.Again<MyAssistancePage>(http, await reading.Mine(http, input, errors, ct));
    }

    internal sealed class Reading(AppDb db, Writer writer, IdSource ids, PermissionTable table, AssistanceForm reader, CountyScope scope)
    {
        public async Task<Guid?> Handle(HttpContext http, AssistanceInput input, Guid? account, FormErrors errors, CancellationToken ct)
        {
            var act = http.Act();
            var asked = await reader.Read(input, Places(http, account is null), account, errors, ct);
            return asked is null ? null : await writer.Write(act, http.IdempotencyKey, () =>
            {
                var order = AssistanceOrder.Request(ids.NewId(act.Now), asked, act);
                db.Add(order);
                return Task.FromResult<Guid?>(order.Id);
            }, ct);
        }

        public async Task<RequestView> Desk(HttpContext http, AssistanceInput input, FormErrors errors, CancellationToken ct) =>
            new(input, await AssistanceForm.Places(db, Places(http, staff: true), ct), errors, http.IdempotencyKey);

        public async Task<MyAssistanceView> Mine(HttpContext http, AssistanceInput? typed, FormErrors errors, CancellationToken ct)
        {
            var me = http.Visitor.Actor.AccountId;
            var account = await db.Users.AsNoTracking().Where(a => a.Id == me).Select(a => new { a.DisplayName, a.ResidentId, a.Mobile }).FirstAsync(ct);
            var rows = await db.AssistanceOrders.AsNoTracking().Where(o => o.AccountId == me).OrderByDescending(o => o.RequestedAt).Take(50).Select(AssistanceRow.Of).ToListAsync(ct);
            var keys = scope.County.Keys;
            var input = typed ?? new AssistanceInput { Name = account.DisplayName, Number = keys.Open(account.ResidentId) ?? "", Phone = keys.Open(account.Mobile) ?? "" };
            return new(rows, input, await AssistanceForm.Places(db, Places(http, staff: false), ct), errors, http.IdempotencyKey);
        }

        private IQueryable<DivisionRef> Places(HttpContext http, bool staff) => staff
            ? db.DivisionRefs.AsNoTracking().Within(ScopeReach.Of(http.Visitor, table, AssistancePermissions.Request))
            : db.DivisionRefs.AsNoTracking().Where(d => d.Level == 5 || d.Level == 6);
    }
}

public sealed record RequestView(AssistanceInput Input, IReadOnlyList<Choice> Places, FormErrors Errors, string? Key);

public sealed record MyAssistanceView(IReadOnlyList<AssistanceRow> Rows, AssistanceInput Input, IReadOnlyList<Choice> Places, FormErrors Errors, string? Key);
