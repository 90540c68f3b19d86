using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Windows;

public sealed record WindowListView(IReadOnlyList<WindowRow> Rows, Paging Paging, WindowFilter Filter, IReadOnlyList<FilterChip> Chips, bool MayEdit);

public sealed record WindowView(WindowRow Row, IReadOnlyList<TimelineEntry> Story, bool MayEdit)
{
    /// <summary>Who sits there.</summary>
    public IReadOnlyList<SeatRow> Seats { get; init; } = [];

    /// <summary>Whom its unit could set there.</summary>
    public IReadOnlyList<Choice> Staff { get; init; } = [];

    public SeatInput Input { get; init; } = new();

    public FormErrors? Errors { get; init; }
}

/// <summary>窗口 — where people are served, in the hall, in towns and villages; the list and the page of one.</summary>
internal static class ListWindows
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/desk").RequirePermission("organization.read").ExcludeFromDescription();
        group.MapGet("/windows", Show);
        group.MapGet("/windows.xlsx", Export);
        group.MapGet("/windows/{code}", One);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] WindowFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var windows = filter.In(db);
        var paging = Paging.Of(filter.Page, filter.Size, await windows.CountAsync(ct));
        var rows = await WindowRow.From(db, windows.Skip(paging.Skip).Take(paging.Size)).ToListAsync(ct);
        return Page.Of<WindowListPage>(http, new WindowListView(rows, paging, filter, filter.Chips(), http.Visitor.May(table, "organization.edit")));
    }

    private static async Task<IResult> Export([AsParameters] WindowFilter filter, AppDb db, CancellationToken ct) =>
        Sheet.Of("窗口.xlsx", (await WindowRow.From(db, filter.In(db)).ToListAsync(ct)).Select(w => new Dictionary<string, object?>
        {
            ["窗口号"] = w.Code, ["名称"] = w.Name, ["类型"] = Label.Of(w.Kind), ["单位"] = w.UnitName, ["区划"] = w.AreaName, ["位置"] = w.Place,
            ["开放时间"] = w.Hours, ["电话"] = w.Phone, ["设立日期"] = w.OpenedOn.ToString("yyyy-MM-dd"), ["关闭日期"] = w.ClosedOn?.ToString("yyyy-MM-dd"),
        }));

    private static async Task<IResult> One(HttpContext http, string code, AppDb db, JournalReader journal, PermissionTable table, CancellationToken ct)
    {
        var window = await db.WindowCalled(code, ct);
        return Page.Of<WindowPage>(http, await View(http, window, db, journal, table, ct));
    }

    internal static async Task<WindowView> View(HttpContext http, Window window, AppDb db, JournalReader journal, PermissionTable table, CancellationToken ct)
    {
        var row = await WindowRow.From(db, db.Windows.AsNoTracking().Where(w => w.Code == window.Code)).SingleAsync(ct);
        var (seats, staff) = await SeatStaff.Of(db, window, http.Act().Today, ct);
        return new WindowView(row, await journal.Of(window.Ref, ct: ct), http.Visitor.May(table, "organization.edit"))
        {
            Seats = seats, Staff = staff, Input = new() { From = $"{http.Act().Today:yyyy-MM-dd}" },
        };
    }
}

internal static class WindowLookup
{
    /// <exception cref="NotThere">No window has this number.</exception>
    public static async Task<Window> WindowCalled(this AppDb db, string code, CancellationToken ct) =>
        await db.Windows.FirstOrDefaultAsync(w => w.Code == code, ct) ?? throw new NotThere();
}
