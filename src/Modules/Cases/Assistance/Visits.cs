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

/// <summary>巡村清单 — who is to be visited, on which day, whether it was done, what was found; on the phone and on paper.</summary>
internal static class Visits
{
    private const string Here = "/desk/visits";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, string? area, string? day, Reading reading, CancellationToken ct) => Page.Of<VisitsPage>(http, await reading.View(http, area, day, new(), new(), ct))).RequirePermission(AssistancePermissions.Read);
        app.MapGet(Here + "/sheet", async (HttpContext http, string? area, string? day, Reading reading, CancellationToken ct) => Page.Of<VisitSheetPage>(http, await reading.View(http, area, day, new(), new(), ct))).RequirePermission(AssistancePermissions.Read);
        var desk = app.MapGroup(Here).RequirePermission(AssistancePermissions.Act);
        desk.MapPost("", Plan);
        desk.MapPost("/{id:guid}/result", Result);
        desk.MapPost("/{id:guid}/cancellation", (HttpContext http, Guid id, IFormCollection form, Reading reading, CancellationToken ct) =>
            reading.Change(http, id, (v, act) => v.Cancel(act), form["reason"].FirstOrDefault(), "走访已取消。", ct));
    }

    private static async Task<IResult> Plan(HttpContext http, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var (input, errors) = (VisitInput.From(form), new FormErrors());
        return await reading.Plan(http, input, errors, ct)
            ? Page.Then(http, $"{Here}?day={input.Day}", "已列入巡村清单。")
            : Page.Again<VisitsPage>(http, await reading.View(http, null, null, input, errors, ct));
    }

    private static Task<IResult> Result(HttpContext http, Guid id, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var (note, later) = (form["note"].FirstOrDefault()?.Trim() ?? "", form["later"].FirstOrDefault() ?? "");
        return later.Length == 0
            ? reading.Change(http, id, (v, act) => v.Finish(note, act), null, "走访已登记。", ct)
            : reading.Change(http, id, (v, act) => v.Postpone(DateOnly.TryParse(later, out var day) ? day : throw new RuleViolation("day", "改期日期写法不对，例如 2020-11-05。"), act), note, "已改期。", ct);
    }

    internal sealed class Reading(AppDb db, Writer writer, IdSource ids, PermissionTable table, CountyScope scope)
    {
        public async Task<VisitsView> View(HttpContext http, string? area, string? day, VisitInput input, FormErrors errors, CancellationToken ct)
        {
            var (reach, today) = (ScopeReach.Of(http.Visitor, table, AssistancePermissions.Read), http.Act().Today);
            var visits = db.VillageVisits.AsNoTracking().Within(reach);
            var place = new AreaCode(area ?? "");
            visits = place.Value.Length == 12 ? visits.Where(v => v.Area == place) : visits;
            // what is overdue stays on the list until it is done
            visits = DateOnly.TryParse(day, out var on) ? visits.Where(v => v.Day == on) : visits.Where(v => v.State == VisitState.Planned || v.Day >= today);
            var found = await visits.OrderBy(v => v.Day).ThenBy(v => v.Area).ThenBy(v => v.Id).Take(500).ToListAsync(ct);
            var places = await AssistanceForm.Places(db, db.DivisionRefs.AsNoTracking().Within(reach), ct);
            var names = places.ToDictionary(p => p.Value, p => p.Label);
            var (keys, may) = (scope.County.Keys, http.Visitor.May(table, AssistancePermissions.Act));
            return new([.. found.Select(v => new VisitRow(v.Id, v.Name, may ? keys.Open(v.Phone) ?? "" : Masking.Phone(keys.Open(v.Phone)), v.Address, names.GetValueOrDefault(v.Area.Value, v.Area.Value), v.Purpose, v.Day, v.State, v.DoneOn, v.Note, v.DoneBy))],
                places, area, day, input with { Day = input.Day.Length == 0 ? $"{today:yyyy-MM-dd}" : input.Day }, errors, may);
        }

        public async Task<bool> Plan(HttpContext http, VisitInput input, FormErrors errors, CancellationToken ct)
        {
            var (act, area) = (http.Act(), new AreaCode(input.Area));
            if (input.Area.Length != 12 || !await db.DivisionRefs.Within(ScopeReach.Of(http.Visitor, table, AssistancePermissions.Act)).AnyAsync(d => d.Code == area, ct))
            {
                errors.Add("area", "请选择村（社区）。");
            }

            Check(errors, "name", input.Name, 50, "请填写姓名，2 至 50 个字。");
            Check(errors, "purpose", input.Purpose, 100, "请写明走访事由，2 至 100 个字。");
            if (!Phone.TryParse(input.Phone, out var phone, out string fault))
            {
                errors.Add("phone", fault);
            }

            if (!DateOnly.TryParse(input.Day, out var day) || day < act.Today)
            {
                errors.Add("day", "请填写走访日期，不早于今天。");
            }

            if (errors.Count > 0)
            {
                return false;
            }

            await writer.Write(act, http.IdempotencyKey, () =>
            {
                var visit = VillageVisit.Plan(ids.NewId(act.Now), new(area, input.Name, scope.County.Keys.Seal(phone.Value), input.Address, input.Purpose, day), act);
                db.Add(visit);
                return Task.FromResult(visit.Id);
            }, ct);
            return true;
        }

        public async Task<IResult> Change(HttpContext http, Guid id, Action<VillageVisit, Act> verb, string? reason, string notice, CancellationToken ct)
        {
            var act = http.Act(reason);
            await writer.Write(act, http.IdempotencyKey, async () =>
            {
                verb(await db.VillageVisits.Within(ScopeReach.Of(http.Visitor, table, AssistancePermissions.Act)).FirstOrDefaultAsync(v => v.Id == id, ct) ?? throw new NotThere(), act);
                return true;
            }, ct);
            return Page.Then(http, Here, notice);
        }

        private static void Check(FormErrors errors, string field, string value, int most, string message)
        {
            if (value.Length < 2 || value.Length > most)
            {
                errors.Add(field, message);
            }
        }
    }
}

public sealed record VisitInput
{
    public string Area { get; init; } = "";

    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Address { get; init; } = "";

    public string Purpose { get; init; } = "";

    public string Day { get; init; } = "";

    public static VisitInput From(IFormCollection form)
    {
        string Text(string name) => form[name].FirstOrDefault()?.Trim() ?? "";
        return new() { Area = Text("area"), Name = Text("name"), Phone = Text("phone"), Address = Text("address"), Purpose = Text("purpose"), Day = Text("day") };
    }
}

public sealed record VisitRow(Guid Id, string Name, string Phone, string Address, string Place, string Purpose, DateOnly Day, VisitState State, DateOnly? DoneOn, string Note, string DoneBy);

public sealed record VisitsView(IReadOnlyList<VisitRow> Rows, IReadOnlyList<Choice> Places, string? Area, string? Day, VisitInput Input, FormErrors Errors, bool CanAct);
