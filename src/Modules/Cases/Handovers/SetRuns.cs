using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Handovers;

/// <summary>交接班次 — the times of the day at which paper goes, dated.</summary>
internal static class SetRuns
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/handover-runs", async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<RunsPage>(http, View(http, await db.Runs(ct), new()))).RequirePermission(PaperPermissions.SetRuns);
        app.MapPost("/desk/handover-runs", Post).RequirePermission(PaperPermissions.SetRuns);
    }

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, AppDb db, Writer writer, CancellationToken ct)
    {
        var (errors, times) = (new FormErrors(), http.Request.Text("times", 60));
        var dated = DateOnly.TryParse(form["from"].FirstOrDefault(), out var from);
        var act = http.Act();
        if (!dated || from < act.Today)
        {
            errors.Add("from", "请填写生效日期，不能早于今天。");
        }

        if (HandoverRun.Read(times) is null)
        {
            errors.Add("times", "请按“11:30 17:00”的样子填写，每天一至六班，从早到晚。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<RunsPage>(http, View(http, await db.Runs(ct), errors));
        }

        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var runs = await db.Runs(ct);
            if (db.Entry(runs).State == EntityState.Detached)
            {
                db.Add(runs);
            }

            runs.Set(from, times, act);
            return true;
        }, ct);
        return Page.Then(http, "/desk/handover-runs", "交接班次已设定。");
    }

    private static RunsView View(HttpContext http, HandoverRuns runs, FormErrors errors)
    {
        var (today, typed) = (http.Act().Today, http.Request.HasFormContentType ? http.Request.Form : null);
        return new(runs.On(today).Times, [.. runs.Rows.OrderByDescending(r => r.From).Select(r => new RunRow(r.From, r.Times))], typed?["from"].FirstOrDefault() ?? "", typed?["times"].FirstOrDefault() ?? "", errors);
    }
}

public sealed record RunRow(DateOnly From, string Times);

public sealed record RunsView(string Now, IReadOnlyList<RunRow> Rows, string From, string Times, FormErrors Errors);
