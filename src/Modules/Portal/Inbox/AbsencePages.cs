using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Portal.Inbox;

public sealed record AbsenceInput
{
    public string? Partner { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }
}

/// <summary>外出登记 — who stands in while one is away.</summary>
internal sealed class AbsencePages(AppDb db, Colleagues colleagues, Writer writer, IdSource ids)
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/absence", (HttpContext http, AbsencePages slice, CancellationToken ct) => slice.Show(http, new(), null, ct)).RequireStaff().ExcludeFromDescription();
        app.MapPost("/desk/absence", (HttpContext http, [FromForm] AbsenceInput input, AbsencePages slice, CancellationToken ct) => slice.Post(http, input, ct)).RequireStaff().ExcludeFromDescription();
        app.MapPost("/desk/absence/{id:guid}/end", (HttpContext http, Guid id, AbsencePages slice, CancellationToken ct) => slice.End(http, id, ct)).RequireStaff().ExcludeFromDescription();
    }

    private async Task<IResult> Show(HttpContext http, AbsenceInput input, FormErrors? errors, CancellationToken ct)
    {
        var (me, today) = (http.Visitor.Actor.AccountId, http.Act().Today);
        var rows = await db.Set<Absence>().AsNoTracking().Where(a => (a.Account == me || a.Partner == me) && a.To >= today).OrderBy(a => a.From).ThenBy(a => a.Id)
            .Select(a => new AbsenceRow(a.Id, a.AccountName, a.PartnerName, a.From, a.To, a.Account == me)).ToListAsync(ct);
        var view = new AbsenceView(rows, await colleagues.OfUnit(http.Visitor, ct), input, errors);
        return errors is null ? Page.Of<AbsencePage>(http, view) : Page.Again<AbsencePage>(http, view);
    }

    private async Task<IResult> Post(HttpContext http, AbsenceInput input, CancellationToken ct)
    {
        var act = http.Act();
        var errors = new FormErrors();
        var partner = (await colleagues.OfUnit(http.Visitor, ct)).FirstOrDefault(c => c.Id.ToString() == input.Partner);
        var from = Day(input.From, "from", "开始日期", errors);
        var to = Day(input.To, "to", "结束日期", errors);
        if (partner is null)
        {
            errors.Add("partner", "请选择外出期间替您办理的同事。");
        }

        if (from < act.Today)
        {
            errors.Add("from", "开始日期不能早于今天。");
        }

        return errors.Count > 0 ? await Show(http, input, errors, ct) : await Begin(http, act, partner!, (from!.Value, to!.Value), ct);
    }

    private async Task<IResult> Begin(HttpContext http, Act act, Colleague partner, (DateOnly From, DateOnly To) days, CancellationToken ct)
    {
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var others = await db.Set<Absence>().Where(a => (a.Account == act.By.AccountId || a.Account == partner.Id) && a.To >= act.Today).ToListAsync(ct);
            return db.Add(Absence.Begin(ids.NewId(act.Now), partner, days, others, act)).Entity.Id;
        }, ct);
        return Page.Then(http, "/desk/absence", $"已登记，期间您名下的待办会出现在{partner.Name}的待办里。");
    }

    private async Task<IResult> End(HttpContext http, Guid id, CancellationToken ct)
    {
        var act = http.Act();
        await writer.Write(act, async () =>
        {
            var absence = await db.Set<Absence>().FirstOrDefaultAsync(a => a.Id == id && a.Account == act.By.AccountId && a.To >= act.Today, ct) ?? throw new NotThere();
            absence.End(act);
        }, ct);
        return Page.Then(http, "/desk/absence", "已结束外出登记。");
    }

    private static DateOnly? Day(string? text, string field, string label, FormErrors errors)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(field, $"请填写{label}，例如 2020-05-09。");
        return null;
    }
}

public sealed record AbsenceRow(Guid Id, string Who, string Partner, DateOnly From, DateOnly To, bool Mine);

public sealed record AbsenceView(IReadOnlyList<AbsenceRow> Rows, IReadOnlyList<Colleague> Colleagues, AbsenceInput Input, FormErrors? Errors);
