using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Api;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases.OutsideCases;

/// <summary>Statuses as the other system reports them, up to 5,000 at once.</summary>
public sealed record StatusReport([property: Required(ErrorMessage = "请填写 rows。"), MinLength(1, ErrorMessage = "rows 不能为空。"), MaxLength(5000, ErrorMessage = "一次不超过 5000 条。")] IReadOnlyList<ReportedStatus>? Rows);

/// <param name="Number">外部编号.</param>
/// <param name="Status">办理中, 待补正, 准予, 不予 or 终止.</param>
/// <param name="On">yyyy-MM-dd: since when.</param>
public sealed record ReportedStatus(string? Number, string? Status, string? On);

/// <summary>What became of a report.</summary>
/// <param name="Unknown">Numbers that are not registered here: reported back, never guessed.</param>
public sealed record StatusOutcome(int Applied, int Unchanged, IReadOnlyList<string> Unknown);

/// <param name="Import">The record of the workbook that brought the report; null when none did.</param>
internal sealed record Reported(StatusOutcome Outcome, Guid? Import);

/// <summary>外部状态回传 — by a program, or by the clerk who looked it up over there.</summary>
internal static class ReportStatus
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/outside-cases/statuses", Report).RequirePermission(OutsidePermissions.Report).Described("回传外部系统的办理状态；未登记的外部编号在 unknown 中列出");
        app.MapPost("/desk/outside-cases/{id:guid}/status", Post).RequirePermission(OutsidePermissions.Report);
        app.MapPost("/desk/outside-cases/{id:guid}/voiding", Void).RequirePermission(OutsidePermissions.Register);
    }

    private static async Task<Results<Ok<StatusOutcome>, ValidationProblem>> Report(HttpContext http, StatusReport input, OutsideStatuses statuses, CancellationToken ct)
    {
        try
        {
            var lines = input.Rows!.Select((r, n) => new StatusLine(n + 1, r.Number?.Trim() ?? "", r.Status?.Trim() ?? "", r.On?.Trim() ?? "")).ToList();
            return TypedResults.Ok((await statuses.Report(http, lines, null, ct)).Outcome);
        }
        catch (FaultyLines faulty)
        {
            return BadInput.Problem(faulty.ByField(f => $"rows[{f.Row - 1}].{f.Field}"));
        }
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OutsideStatuses statuses, ShowOutside.Reading reading, AppDb db, CancellationToken ct)
    {
        var found = await reading.Find(http, id, OutsidePermissions.Report, ct);
        var (status, on) = (form["status"].FirstOrDefault() ?? "", form["on"].FirstOrDefault() ?? "");
        try
        {
            await statuses.Report(http, [new(1, found.Number, status, on)], null, ct);
            return Page.Then(http, $"/desk/outside-cases/{id}", "状态已更新。");
        }
        catch (FaultyLines faulty)
        {
            return Page.Again<OutsideCasePage>(http, await reading.View(http, found, (status, on), faulty.Faults, ct));
        }
    }

    private static async Task<IResult> Void(HttpContext http, Guid id, IFormCollection form, Writer writer, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var act = http.Act(form["reason"].FirstOrDefault());
        await writer.Write(act, async () =>
        {
            var found = await db.OutsideCases.Within(ScopeReach.Of(http.Visitor, table, OutsidePermissions.Register)).FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotThere();
            found.Void(act);
        }, ct);
        return Page.Then(http, $"/desk/outside-cases/{id}", "登记已作废，这个外部编号可以重新登记。");
    }
}

/// <summary>Carries reported statuses out: what cannot be read or may not follow stops all; numbers that are not registered here stop nothing and are listed.</summary>
internal sealed class OutsideStatuses(AppDb db, Writer writer, PermissionTable table)
{
    /// <exception cref="FaultyLines">With every fault; nothing was changed.</exception>
    public Task<Reported> Report(HttpContext http, IReadOnlyList<StatusLine> lines, Func<StatusOutcome, OutsideImport>? import, CancellationToken ct)
    {
        var act = http.Act();
        return writer.Write(act, http.IdempotencyKey, async () =>
        {
            var faults = lines.SelectMany(Faults).ToList();
            var there = await Load(http, [.. lines.Select(l => LineReading.Tidy(l.Number)).Distinct()], ct);
            var (applied, unchanged, unknown) = (0, 0, new List<string>());
            foreach (var line in lines.Where(l => faults.TrueForAll(f => f.Row != l.Row)).OrderBy(l => LineReading.Day(l.On)))
            {
                if (!there.TryGetValue(LineReading.Tidy(line.Number), out var found))
                {
                    unknown.Add(line.Number);
                }
                else if (Apply(found, line, act, faults))
                {
                    applied++;
                }
                else
                {
                    unchanged++;
                }
            }

            var outcome = faults.Count > 0 ? throw new FaultyLines([.. faults.OrderBy(f => f.Row)]) : new StatusOutcome(applied, unchanged, [.. unknown.Distinct()]);
            var kept = import?.Invoke(outcome);
            db.AddRange(kept is null ? Array.Empty<OutsideImport>() : [kept]);
            return new Reported(outcome, kept?.Id);
        }, ct);
    }

    private async Task<Dictionary<string, OutsideCase>> Load(HttpContext http, IReadOnlyList<string> numbers, CancellationToken ct)
    {
        var there = new Dictionary<string, OutsideCase>();
        foreach (var some in numbers.Chunk(500))
        {
            var found = await db.OutsideCases.Standing.Within(ScopeReach.Of(http.Visitor, table, OutsidePermissions.Report)).Where(c => some.Contains(c.Number)).ToListAsync(ct);
            found.ForEach(c => there[c.Number] = c);
        }

        return there;
    }

    private static bool Apply(OutsideCase found, StatusLine line, Act act, List<LineFault> faults)
    {
        try
        {
            return found.Report(OutsideLifecycle.Words[line.Status], LineReading.Day(line.On)!.Value, act);
        }
        catch (RuleViolation e)
        {
            faults.Add(new(line.Row, e.Code == "status-date" ? "on" : "status", e.Code == "status-date" ? "日期" : "状态", e.Code == "status-date" ? line.On : line.Status, e.Message.TrimEnd('。')));
            return false;
        }
    }

    private static IEnumerable<LineFault> Faults(StatusLine line)
    {
        if (LineReading.Tidy(line.Number).Length == 0)
        {
            yield return new(line.Row, "number", "外部编号", "", "请填写外部编号");
        }

        if (!OutsideLifecycle.Words.ContainsKey(line.Status))
        {
            yield return new(line.Row, "status", "状态", line.Status, $"状态应为：{string.Join("、", OutsideLifecycle.Words.Keys)}");
        }

        if (LineReading.Day(line.On) is null)
        {
            yield return new(line.Row, "on", "日期", line.On, "请填写状态日期，例如 2020-11-02");
        }
    }
}
