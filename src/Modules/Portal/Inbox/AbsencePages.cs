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
    /// <summary>Who is away; only a head records for another.</summary>
    public string? Account { get; init; }

    public string? Partner { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }
}

/// <summary>外出登记 — who stands in while one is away; recorded by oneself, or by the head of the unit.</summary>
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
        var (me, today, heads) = (http.Visitor.Actor.AccountId, http.Act().Today, Heads(http.Visitor));
        var rows = await Mine(http.Visitor).AsNoTracking().Where(a => a.To >= today).OrderBy(a => a.From).ThenBy(a => a.Id)
            .Select(a => new AbsenceRow(a.Id, a.AccountName, a.PartnerName, a.From, a.To, heads || a.Account == me)).ToListAsync(ct);
        var unit = await colleagues.OfUnit(http.Visitor, ct);
        var self = unit.FirstOrDefault(c => c.Id == me);
        var pair = await db.Set<StandingPair>().AsNoTracking().Where(p => p.Account == me).Select(p => (Guid?)p.Partner).FirstOrDefaultAsync(ct);
        var view = new AbsenceView(rows, heads ? unit : [], [.. unit.Where(c => heads || (c.Id != me && self is not null && c.Roles.Intersect(self.Roles).Any()))],
            input with { Account = input.Account ?? $"{me}", Partner = input.Partner ?? $"{pair}" }, errors);
        return errors is null ? Page.Of<AbsencePage>(http, view) : Page.Again<AbsencePage>(http, view);
    }

    private async Task<IResult> Post(HttpContext http, AbsenceInput input, CancellationToken ct)
    {
        var (act, errors) = (http.Act(), new FormErrors());
        var unit = await colleagues.OfUnit(http.Visitor, ct);
        var away = unit.FirstOrDefault(c => Heads(http.Visitor) && input.Account is { Length: > 0 } wanted ? $"{c.Id}" == wanted : c.Id == act.By.AccountId);
        var partner = unit.FirstOrDefault(c => $"{c.Id}" == input.Partner && c.Id != away?.Id);
        var from = Day(input.From, "from", "开始日期", errors);
        var to = Day(input.To, "to", "结束日期", errors);
        if (away is null)
        {
            errors.Add("account", "请选择本单位外出的人。");
        }

        if (partner is null)
        {
            errors.Add("partner", "请选择外出期间替办的同事，须与外出的人同一单位、同一岗位。");
        }

        if (from < act.Today)
        {
            errors.Add("from", "开始日期不能早于今天。");
        }

        return errors.Count > 0 ? await Show(http, input, errors, ct) : await Begin(http, act, (away!, partner!), (from!.Value, to!.Value), ct);
    }

    private async Task<IResult> Begin(HttpContext http, Act act, (Colleague Away, Colleague Partner) pair, (DateOnly From, DateOnly To) days, CancellationToken ct)
    {
        var (away, partner) = (pair.Away.Id, pair.Partner.Id);
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var others = await db.Set<Absence>().Where(a => (a.Account == away || a.Account == partner) && a.To >= act.Today).ToListAsync(ct);
            var absence = db.Add(Absence.Begin(ids.NewId(act.Now), pair, days, others, act)).Entity;
            (await db.Set<StandingPair>().FirstOrDefaultAsync(p => p.Account == away, ct) ?? db.Add(new StandingPair { Account = away, Partner = partner }).Entity).Partner = partner;
            return absence.Id;
        }, ct);
        return Page.Then(http, "/desk/absence", $"已登记，期间{(away == act.By.AccountId ? "您" : pair.Away.Name)}名下的待办会出现在{pair.Partner.Name}的待办里。");
    }

    private async Task<IResult> End(HttpContext http, Guid id, CancellationToken ct)
    {
        var act = http.Act();
        await writer.Write(act, async () =>
        {
            var absence = await Mine(http.Visitor).FirstOrDefaultAsync(a => a.Id == id && (a.Account == act.By.AccountId || a.Unit == act.By.Unit) && a.To >= act.Today, ct) ?? throw new NotThere();
            if (absence.Account != act.By.AccountId && !Heads(http.Visitor))
            {
                throw new NotThere();
            }

            absence.End(act);
        }, ct);
        return Page.Then(http, "/desk/absence", "已结束外出登记。");
    }

    /// <summary>One's own absences and those one stands in for; for a head those of the unit.</summary>
    private IQueryable<Absence> Mine(Visitor visitor)
    {
        var (me, unit, heads) = (visitor.Actor.AccountId, visitor.Actor.Unit, Heads(visitor));
        return db.Set<Absence>().Where(a => a.Account == me || a.Partner == me || (heads && a.Unit == unit));
    }

    private static bool Heads(Visitor visitor) => visitor.Actor.Unit is not null && (visitor.Has(Roles.UnitHead) || visitor.Has(Roles.Director));

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

public sealed record AbsenceRow(Guid Id, string Who, string Partner, DateOnly From, DateOnly To, bool MayEnd);

/// <param name="Staff">For whom the reader may record: a head for the unit; empty for oneself only.</param>
/// <param name="Partners">Who may stand in.</param>
public sealed record AbsenceView(IReadOnlyList<AbsenceRow> Rows, IReadOnlyList<Colleague> Staff, IReadOnlyList<Colleague> Partners, AbsenceInput Input, FormErrors? Errors);
