using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Switches;

/// <summary>A switch as its list and its page tell it.</summary>
/// <param name="TurnedAt">Null while nobody has turned it.</param>
public sealed record SwitchRow(string Code, string Name, string Lead, bool On, string TurnedBy, DateTimeOffset? TurnedAt, string Why, int Version);

public sealed record SwitchesView(IReadOnlyList<SwitchRow> Rows);

public sealed record SwitchView(SwitchRow Row, string Reason, FormErrors Errors);

/// <summary>功能开关 — what parts of the product this county uses; turned by the administrator with a reason that is journaled.</summary>
public static class SwitchDesk
{
    public const string Here = "/desk/switches";
    public const string Turn = "switches.turn";

    public static IServiceCollection AddSwitch(this IServiceCollection services, Switch one) => services.AddSingleton(one);

    internal static IServiceCollection AddSwitches(this IServiceCollection services)
    {
        services.AddSingleton<SwitchBoard>();
        services.AddSingleton(new RailEntry(860, "系统", "功能开关", Here, "settings", Turn));
        services.AddJournalKind(SwitchSetting.MatterKind, "功能开关").AddJournalWords<SwitchVerb>(SwitchSetting.MatterKind).AddJournalWords<SwitchState>(SwitchSetting.MatterKind);
        return services.AddPermissions(new Permission(Turn, "启用、停用功能", Roles.Administrator));
    }

    internal static void MapSwitches(this IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, AppDb db, SwitchBoard board, CancellationToken ct) =>
        {
            var set = await db.Set<SwitchSetting>().AsNoTracking().ToListAsync(ct);
            return Page.Of<SwitchesPage>(http, new SwitchesView([.. board.All.Select(s => Row(s, set.Find(x => x.Code == s.Code)))]));
        }).RequirePermission(Turn);
        app.MapGet(Here + "/{code:maxlength(40)}", async (HttpContext http, string code, AppDb db, SwitchBoard board, CancellationToken ct) =>
            Page.Of<SwitchPage>(http, await View(code, "", new(), db, board, ct))).RequirePermission(Turn);
        app.MapPost(Here + "/{code:maxlength(40)}", Post).RequirePermission(Turn);
    }

    private static async Task<IResult> Post(HttpContext http, string code, IFormCollection form, AppDb db, Writer writer, IdSource ids, SwitchBoard board, CancellationToken ct)
    {
        var (one, reason, errors) = (board.Find(code) ?? throw new NotThere(), form["reason"].FirstOrDefault()?.Trim() ?? "", new FormErrors());
        var on = form["to"].FirstOrDefault() == nameof(SwitchState.On);
        if (reason.Length is < 2 or > 200)
        {
            errors.Add("reason", "请写明依据，2 至 200 字，例如：市政数局〔2020〕12 号通知。");
            return Page.Again<SwitchPage>(http, await View(code, reason, errors, db, board, ct));
        }

        var act = http.Act(reason);
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var setting = await db.Set<SwitchSetting>().FirstOrDefaultAsync(s => s.Code == code, ct) ?? db.Add(SwitchSetting.Of(ids.NewId(act.Now), one)).Entity;
            if (!on && one.WhyNotOff is { } ask && await ask(db, ct) is { } why)
            {
                throw new RuleViolation("switch-in-use", why);
            }

            (on ? setting.TurnOn : (Action<Switch, Act>)setting.TurnOff)(one, act);
            return true;
        }, ct);
        return Page.Then(http, Here, $"{one.Name}{(on ? "已启用" : "已停用")}，立即生效。");
    }

    private static async Task<SwitchView> View(string code, string reason, FormErrors errors, AppDb db, SwitchBoard board, CancellationToken ct)
    {
        var one = board.Find(code) ?? throw new NotThere();
        return new(Row(one, await db.Set<SwitchSetting>().AsNoTracking().FirstOrDefaultAsync(s => s.Code == code, ct)), reason, errors);
    }

    private static SwitchRow Row(Switch one, SwitchSetting? set) =>
        new(one.Code, one.Name, one.Lead, set?.State == SwitchState.On, set?.TurnedBy ?? "", set?.TurnedAt, set?.Why ?? "", set?.Trail.Count ?? 0);
}
