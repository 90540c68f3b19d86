using System.Linq.Expressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Payments;

/// <summary>The query of the list, as it stands in the URL. Without a state it shows what is unpaid.</summary>
public sealed record PaymentFilter(string? Q, string? State, string? Unit, string? Window, string? From, string? To, string? Sort, string? Page, string? Size)
{
    internal const string All = "all";

    internal IQueryable<PaymentNotice> Apply(IQueryable<PaymentNotice> notices)
    {
        notices = Q?.Trim() is { Length: > 0 } q ? Matching(notices, q) : notices;
        notices = State == All ? notices
            : Enum.TryParse<PaymentState>(State, out var state) && Enum.IsDefined(state) ? notices.Where(p => p.State == state)
            : notices.Where(p => p.State == PaymentState.Open);
        notices = UnitId.TryParse(Unit, null, out var unit) ? notices.Where(p => p.Unit == unit) : notices;
        notices = !string.IsNullOrWhiteSpace(Window) ? notices.Where(p => p.Window == Window) : notices;
        notices = DateOnly.TryParse(From, out var from) ? notices.Where(p => p.IssuedOn >= from) : notices;
        return DateOnly.TryParse(To, out var to) ? notices.Where(p => p.IssuedOn <= to) : notices;
    }

    internal IQueryable<PaymentNotice> Order(IQueryable<PaymentNotice> notices) => Sort switch
    {
        "-issued" => notices.OrderByDescending(p => p.IssuedOn).ThenBy(p => p.Id),
        "owed" => notices.OrderBy(p => p.ChargedFen - p.ReducedFen).ThenBy(p => p.Id),
        "-owed" => notices.OrderByDescending(p => p.ChargedFen - p.ReducedFen).ThenBy(p => p.Id),
        _ => notices.OrderBy(p => p.IssuedOn).ThenBy(p => p.Id),
    };

    private static IQueryable<PaymentNotice> Matching(IQueryable<PaymentNotice> notices, string q)
    {
        var code = q.ToUpperInvariant();
        return notices.Where(p => p.CaseNumber.StartsWith(q) || p.Code == code || p.Payment!.BillNumber == code || p.ApplicantName.Contains(q) || p.ItemName.Contains(q));
    }
}

/// <summary>缴款 — who has not paid yet, the oldest first; all others by filter; export with a purpose.</summary>
internal static class ListPayments
{
    private const int Most = 100_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/payments", Show).RequirePermission(PaymentPermissions.Read);
        app.MapGet("/desk/payments/export", Ask).RequirePermission(PaymentPermissions.Export);
        app.MapPost("/desk/payments/export", Export).RequirePermission(PaymentPermissions.Export);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] PaymentFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var found = Found(http, filter, db, table, PaymentPermissions.Read);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var owed = await found.Where(p => p.State == PaymentState.Open).SumAsync(p => p.ChargedFen - p.ReducedFen, ct);
        var rows = await filter.Order(found).Skip(paging.Skip).Take(paging.Size).Select(PaymentRow.Of).ToListAsync(ct);
        var units = await db.UnitRefs.OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        return Page.Of<PaymentsPage>(http, new PaymentsView(rows, paging, filter, units, owed, http.Visitor.May(table, PaymentPermissions.Export)));
    }

    private static async Task<IResult> Ask(HttpContext http, [AsParameters] PaymentFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
        Page.Of<PaymentExportPage>(http, new PaymentExportView(await Found(http, filter, db, table, PaymentPermissions.Export).CountAsync(ct), "", new()));

    private static async Task<IResult> Export(HttpContext http, [AsParameters] PaymentFilter filter, IFormCollection form, AppDb db, PermissionTable table, Writer writer, ExportLog log, CancellationToken ct)
    {
        var (purpose, found, errors) = (form["purpose"].FirstOrDefault()?.Trim() ?? "", Found(http, filter, db, table, PaymentPermissions.Export), new FormErrors());
        var count = await found.CountAsync(ct);
        if (purpose.Length is < 2 or > 200)
        {
            errors.Add("purpose", "请填写导出用途，2 至 200 字。");
        }
        else if (count > Most)
        {
            errors.Add("", $"一次最多导出 {Numbers.Thousands(Most)} 条，请缩小范围。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<PaymentExportPage>(http, new PaymentExportView(count, purpose, errors));
        }

        var act = http.Act(purpose);
        await writer.Write(act, () => log.Note(act, ExportOfList.By(http.Request, "缴款通知", count), purpose), ct);
        return Sheet.Of($"缴款通知{act.Today:yyyyMMdd}.xlsx", filter.Order(found).Take(Most).Select(PaymentRow.Of).AsEnumerable().Select(Cells));
    }

    private static IQueryable<PaymentNotice> Found(HttpContext http, PaymentFilter filter, AppDb db, PermissionTable table, string verb) =>
        filter.Apply(db.Payments.AsNoTracking().Within(ScopeReach.Of(http.Visitor, table, verb)));

    private static Dictionary<string, object?> Cells(PaymentRow r) => new()
    {
        ["缴款码"] = r.Code, ["受理编号"] = r.CaseNumber, ["事项"] = r.Item, ["部门"] = r.Unit.Value, ["申请人"] = Masking.Party(r.Applicant), ["窗口"] = r.Window, ["开具日期"] = $"{r.IssuedOn:yyyy-MM-dd}",
        ["应收（元）"] = r.ChargedFen / 100m, ["减免（元）"] = r.ReducedFen / 100m, ["应缴（元）"] = (r.ChargedFen - r.ReducedFen) / 100m, ["状态"] = Label.Of(r.State), ["非税票据号"] = r.BillNumber,
        ["缴款日期"] = $"{r.PaidOn:yyyy-MM-dd}",
    };
}

/// <summary>A line of the list.</summary>
public sealed record PaymentRow
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    public required string CaseNumber { get; init; }

    public required string Item { get; init; }

    public required string Applicant { get; init; }

    public required UnitId Unit { get; init; }

    public required string? Window { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public required long ChargedFen { get; init; }

    public required long ReducedFen { get; init; }

    public required PaymentState State { get; init; }

    public required string? BillNumber { get; init; }

    public required DateOnly? PaidOn { get; init; }

    public required Guid? DocumentId { get; init; }

    public long OwedFen => ChargedFen - ReducedFen;

    public Tone Tone => State switch { PaymentState.Open => Tone.Warn, PaymentState.Withdrawn => Tone.Neutral, _ => Tone.Good };

    internal static readonly Expression<Func<PaymentNotice, PaymentRow>> Of = p => new PaymentRow
    {
        Id = p.Id, Code = p.Code, CaseNumber = p.CaseNumber, Item = p.ItemName, Applicant = p.ApplicantName, Unit = p.Unit, Window = p.Window, IssuedOn = p.IssuedOn,
        ChargedFen = p.ChargedFen, ReducedFen = p.ReducedFen, State = p.State, BillNumber = p.Payment == null ? null : p.Payment.BillNumber,
        PaidOn = p.Payment == null ? null : p.Payment.PaidOn, DocumentId = p.DocumentId,
    };
}

/// <param name="OwedFen">The sum of what is unpaid among those found.</param>
public sealed record PaymentsView(IReadOnlyList<PaymentRow> Rows, Paging Paging, PaymentFilter Filter, IReadOnlyList<Choice> Units, long OwedFen, bool CanExport);

public sealed record PaymentExportView(int Count, string Purpose, FormErrors Errors);
