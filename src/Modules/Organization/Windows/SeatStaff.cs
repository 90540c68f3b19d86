using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Windows;

public sealed record SeatInput
{
    public string? Account { get; init; }

    public string? From { get; init; }
}

/// <summary>上岗、离岗 — who sits at which window, from the window's own page.</summary>
internal static class SeatStaff
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/desk/windows/{code}/seats").RequirePermission("organization.edit").ExcludeFromDescription();
        group.MapPost("", Seat);
        group.MapPost("/{id:long}/end", Relieve);
    }

    /// <summary>Those who sit there now or will, and whom the window's unit could set there.</summary>
    internal static async Task<(IReadOnlyList<SeatRow> Seats, IReadOnlyList<Choice> Staff)> Of(AppDb db, Window window, DateOnly today, CancellationToken ct)
    {
        var seats = await db.Set<WindowSeat>().AsNoTracking().Where(s => s.Window == window.Code && (s.To == null || s.To > today)).OrderBy(s => s.From).ThenBy(s => s.Id)
            .Select(s => new SeatRow(s.Id, s.Name, s.From, s.To)).ToListAsync(ct);
        var staff = await Staff(db, window).OrderBy(a => a.UserName).Select(a => new { a.Id, a.DisplayName, a.UserName }).ToListAsync(ct);
        return (seats, [.. staff.Select(a => new Choice($"{a.Id}", $"{a.DisplayName}（{a.UserName}）"))]);
    }

    private static async Task<IResult> Seat(HttpContext http, string code, [FromForm] SeatInput input, AppDb db, Writer writer, JournalReader journal, PermissionTable table, CancellationToken ct)
    {
        var (act, errors) = (http.Act(), new FormErrors());
        var window = await db.WindowCalled(code, ct);
        var person = Guid.TryParse(input.Account, out var id) ? await Staff(db, window).Where(a => a.Id == id).Select(a => new { a.Id, a.DisplayName }).FirstOrDefaultAsync(ct) : null;
        var from = WindowForm.Day(input.From, "from", errors);
        if (person is null)
        {
            errors.Add("account", "请选择本单位的工作人员。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<WindowPage>(http, await ListWindows.View(http, window, db, journal, table, ct) with { Errors = errors, Input = input });
        }

        await writer.Write(act, async () =>
        {
            var existing = await db.Set<WindowSeat>().Where(s => s.Window == code).ToListAsync(ct);
            db.Add(window.Seat((person!.Id, person.DisplayName), existing, from, act));
        }, ct);
        return Page.Then(http, $"/desk/windows/{code}", $"{person!.DisplayName}已登记上岗。");
    }

    private static async Task<IResult> Relieve(HttpContext http, string code, long id, AppDb db, Writer writer, CancellationToken ct)
    {
        var act = http.Act();
        var window = await db.WindowCalled(code, ct);
        var seat = await db.Set<WindowSeat>().FirstOrDefaultAsync(s => s.Id == id && s.Window == code, ct) ?? throw new NotThere();
        await writer.Write(act, () =>
        {
            window.Relieve(seat, act.Today > seat.From ? act.Today : seat.From, act);
            return Task.CompletedTask;
        }, ct);
        return Page.Then(http, $"/desk/windows/{code}", $"{seat.Name}已离岗。");
    }

    private static IQueryable<Account> Staff(AppDb db, Window window) =>
        db.Set<Account>().AsNoTracking().Where(a => a.Kind == AccountKind.Staff && a.State == AccountState.Active && a.Unit == window.Unit);
}

/// <summary>Who sits at a window.</summary>
public sealed record SeatRow(long Id, string Name, DateOnly From, DateOnly? To);
