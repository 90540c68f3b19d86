using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.CasePage;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Days;

/// <summary>日结单 — what balanced and what did not, by case; the section approves an explanation or sends it back; it prints.</summary>
internal static class ShowDay
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/days", List).RequirePermission(CounterPermissions.ReadDays);
        app.MapGet("/desk/days/{id:guid}", async (HttpContext http, Guid id, AppDb db, PermissionTable table, CancellationToken ct) =>
            Page.Of<DayPage>(http, await View(http, id, db, table, new(), ct))).RequirePermission(CounterPermissions.ReadDays);
        app.MapPost("/desk/days/{id:guid}/approval", (HttpContext http, Guid id, AppDb db, Writer writer, PermissionTable table, CancellationToken ct) =>
            Answer(http, id, null, (d, act) => d.Approve(act), (db, writer, table), ct)).RequirePermission(CounterPermissions.ApproveDay);
        app.MapPost("/desk/days/{id:guid}/return", Return).RequirePermission(CounterPermissions.ApproveDay);
    }

    private static async Task<IResult> List(HttpContext http, string? window, string? state, string? from, string? to, string? page, string? size, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var found = db.DayClosings.AsNoTracking().Within(http.Visitor, table, CounterPermissions.ReadDays);
        found = !string.IsNullOrWhiteSpace(window) ? found.Where(d => d.Window == window) : found;
        found = Enum.TryParse<DayState>(state, out var one) && Enum.IsDefined(one) ? found.Where(d => d.State == one) : found;
        found = DateOnly.TryParse(from, out var first) ? found.Where(d => d.Day >= first) : found;
        found = DateOnly.TryParse(to, out var last) ? found.Where(d => d.Day <= last) : found;
        var paging = Paging.Of(page, size, await found.CountAsync(ct));
        var rows = await found.OrderByDescending(d => d.Day).ThenBy(d => d.Window).ThenBy(d => d.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        return Page.Of<DaysPage>(http, new DaysView([.. rows.Select(Row)], paging, window, state, from, to, http.Visitor.May(table, CounterPermissions.CloseDay)));
    }

    private static async Task<IResult> Return(HttpContext http, Guid id, IFormCollection form, AppDb db, Writer writer, PermissionTable table, CancellationToken ct)
    {
        var reason = http.Request.Text("reason", 200);
        if (reason.Length < 2)
        {
            var errors = new FormErrors();
            errors.Add("reason", "请写明退回的原因。");
            return Page.Again<DayPage>(http, await View(http, id, db, table, errors, ct));
        }

        return await Answer(http, id, reason, (d, act) => d.SendBack(act), (db, writer, table), ct);
    }

    private static async Task<IResult> Answer(HttpContext http, Guid id, string? reason, Action<DayClosing, Act> verb, (AppDb Db, Writer Writer, PermissionTable Table) by, CancellationToken ct)
    {
        var act = http.Act(reason);
        await by.Writer.Write(act, http.IdempotencyKey, async () =>
        {
            verb(await by.Db.DayClosings.Within(http.Visitor, by.Table, CounterPermissions.ApproveDay).FirstOrDefaultAsync(d => d.Id == id, ct) ?? throw new NotThere(), act);
            return true;
        }, ct);
        return Page.Then(http, $"/desk/days/{id}", reason is null ? "已批准。" : "已退回重结。");
    }

    private static async Task<DayView> View(HttpContext http, Guid id, AppDb db, PermissionTable table, FormErrors errors, CancellationToken ct)
    {
        var d = await db.DayClosings.AsNoTracking().Include(x => x.Lines).Within(http.Visitor, table, CounterPermissions.ReadDays).FirstOrDefaultAsync(x => x.Id == id, ct) ?? throw new NotThere();
        return new(Row(d), [.. d.Lines.OrderBy(l => l.CaseNumber).Select(l => new DayLineRow(l.CaseId, l.CaseNumber, l.ItemName, Label.Of(l.Place), l.Place == PaperPlace.Unknown))],
            d.State == DayState.Explained && http.Visitor.May(table, CounterPermissions.ApproveDay, d.Unit, d.Area), d.State == DayState.SentBack && d.ById == http.Visitor.Actor.AccountId,
            await CaseTimeline.OfMatter(db, d.Ref, ct), errors);
    }

    private static DayRow Row(DayClosing d) => new(d.Id, d.Day, d.Window, d.ByName, Label.Of(d.State), d.State switch { DayState.Closed => Tone.Good, DayState.Explained => Tone.Warn, _ => Tone.Bad },
        d.Received, d.HandedOver, d.Drawer, d.Returned, d.Counted, d.Explanation, d.ClosedAt);
}

public sealed record DayRow(
    Guid Id, DateOnly Day, string Window, string ByName, string State, Tone Tone, int Received, int HandedOver, int Drawer, int Returned, int Counted, string Explanation, DateTimeOffset At)
{
    /// <summary>Received that nobody can say where they are.</summary>
    public int Open => Received - HandedOver - Drawer - Returned;

    public bool Balances => Open == 0 && Counted == Drawer;
}

public sealed record DayLineRow(Guid CaseId, string Number, string Item, string Place, bool Open);

public sealed record DayView(DayRow Of, IReadOnlyList<DayLineRow> Lines, bool CanApprove, bool CanRedo, IReadOnlyList<TimelineEntry> Timeline, FormErrors Errors);

public sealed record DaysView(IReadOnlyList<DayRow> Rows, Paging Paging, string? Window, string? State, string? From, string? To, bool CanClose);
