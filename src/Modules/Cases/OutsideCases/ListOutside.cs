using System.Linq.Expressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Cases.OutsideCases;

/// <summary>外部系统登记 — the list, and its export with the purpose asked.</summary>
internal static class ListOutside
{
    private const int Most = 100_000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/outside-cases", Show).RequirePermission(OutsidePermissions.Read);
        app.MapGet("/desk/outside-cases/export", Ask).RequirePermission(OutsidePermissions.Export);
        app.MapPost("/desk/outside-cases/export", Export).RequirePermission(OutsidePermissions.Export);
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] OutsideFilter filter, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var found = Found(http, filter, db, table, OutsidePermissions.Read);
        var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
        var rows = await filter.Order(found).Skip(paging.Skip).Take(paging.Size).Select(OutsideRow.Of).ToListAsync(ct);
        var units = await db.UnitRefs.OrderBy(u => u.Name).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct);
        return Page.Of<OutsideCasesPage>(http, new OutsideCasesView(rows, paging, filter, units,
            http.Visitor.May(table, OutsidePermissions.Register), http.Visitor.May(table, OutsidePermissions.Export)));
    }

    private static async Task<IResult> Ask(HttpContext http, [AsParameters] OutsideFilter filter, AppDb db, PermissionTable table, CancellationToken ct) =>
        Page.Of<OutsideExportPage>(http, new OutsideExportView(await Found(http, filter, db, table, OutsidePermissions.Export).CountAsync(ct), "", new()));

    private static async Task<IResult> Export(HttpContext http, [AsParameters] OutsideFilter filter, IFormCollection form, AppDb db, PermissionTable table, Writer writer, ExportLog log, CancellationToken ct)
    {
        var (purpose, found, errors) = (form["purpose"].FirstOrDefault()?.Trim() ?? "", Found(http, filter, db, table, OutsidePermissions.Export), new FormErrors());
        var count = await found.CountAsync(ct);
        if (purpose.Length is < 2 or > 200)
        {
            errors.Add("purpose", "请填写导出用途，2 至 200 字。");
        }
        else if (count > Most)
        {
            errors.Add("", $"一次最多导出 {Numbers.Thousands(Most)} 件，请缩小范围。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<OutsideExportPage>(http, new OutsideExportView(count, purpose, errors));
        }

        var act = http.Act(purpose);
        await writer.Write(act, () => log.Note(act, ExportOfList.By(http.Request, "外部系统登记", count), purpose), ct);
        return Sheet.Of($"外部系统登记{act.Today:yyyyMMdd}.xlsx", filter.Order(found).Take(Most).Select(OutsideRow.Of).AsEnumerable().Select(Cells));
    }

    private static IQueryable<OutsideCase> Found(HttpContext http, OutsideFilter filter, AppDb db, PermissionTable table, string verb) =>
        filter.Apply(db.OutsideCases.AsNoTracking().Within(ScopeReach.Of(http.Visitor, table, verb)), http.Act().Today);

    private static Dictionary<string, object?> Cells(OutsideRow r) => new()
    {
        ["外部编号"] = r.Number, ["办理系统"] = Label.Of(r.System), ["事项"] = r.Item, ["部门"] = r.Unit.Value, ["申请人"] = Masking.Party(r.Applicant), ["窗口"] = r.Window,
        ["受理日期"] = $"{r.AcceptedOn:yyyy-MM-dd}", ["承诺办结日（外部系统，按承诺推算）"] = $"{r.Due:yyyy-MM-dd}", ["状态"] = Label.Of(r.State), ["状态日期"] = $"{r.StateOn:yyyy-MM-dd}",
        ["办结日期"] = $"{r.FinishedOn:yyyy-MM-dd}",
    };
}

/// <summary>A line of the list.</summary>
public sealed record OutsideRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required HandledIn System { get; init; }

    public required string Item { get; init; }

    public required string Applicant { get; init; }

    public required UnitId Unit { get; init; }

    public required string Window { get; init; }

    public required DateOnly AcceptedOn { get; init; }

    public required DateOnly? Due { get; init; }

    public required OutsideState State { get; init; }

    public required DateOnly StateOn { get; init; }

    public required DateOnly? FinishedOn { get; init; }

    public required int PromisedDays { get; init; }

    public required DayKind PromisedKind { get; init; }

    public Tone Tone => State switch
    {
        OutsideState.Granted => Tone.Good,
        OutsideState.Denied => Tone.Bad,
        OutsideState.Correcting => Tone.Warn,
        OutsideState.Running => Tone.Active,
        _ => Tone.Neutral,
    };

    /// <summary>Another system keeps the clock: the day is our reckoning and says so.</summary>
    public DeadlineView Deadline => new(Due, null, DeadlineState.External, Due is null ? null : DeadlineExplanation.Href(AcceptedOn, new(PromisedDays, PromisedKind)));

    public bool IsPast(DateOnly today) => FinishedOn is null && State != OutsideState.Voided && Due < today;

    internal static readonly Expression<Func<OutsideCase, OutsideRow>> Of = c => new OutsideRow
    {
        Id = c.Id, Number = c.Number, System = c.System, Item = c.ItemName, Applicant = c.ApplicantName, Unit = c.Unit, Window = c.Window, AcceptedOn = c.AcceptedOn, Due = c.Due,
        State = c.State, StateOn = c.StateOn, FinishedOn = c.FinishedOn, PromisedDays = c.PromisedDays, PromisedKind = c.PromisedKind,
    };
}

public sealed record OutsideCasesView(IReadOnlyList<OutsideRow> Rows, Paging Paging, OutsideFilter Filter, IReadOnlyList<Choice> Units, bool CanRegister, bool CanExport);

public sealed record OutsideExportView(int Count, string Purpose, FormErrors Errors);
