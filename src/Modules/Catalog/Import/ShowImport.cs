using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Review;
using Yimen.Catalog.Sheets;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Import;

/// <summary>One import: how far it is, what was refused and why; take it in, or stop it.</summary>
internal static class ShowImport
{
    private static readonly string[] Heads = ["工作表", "行", "业务办理项编码", "列", "原因代码", "说明"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/items/import/{id:guid}", Show).RequirePermission(Rights.Import);
        app.MapGet("/desk/items/import/{id:guid}/rejects.xlsx", Rejects).RequirePermission(Rights.Import);
        app.MapPost("/desk/items/import/{id:guid}/publication", (Guid id, [FromForm] StepInput input, HttpContext http, AppDb db, Writer writer, ImportWorker worker, CancellationToken ct) =>
            Pass(id, ImportVerb.Begin, input, (http, db, writer), worker, ct)).RequirePermission(Rights.Import);
        app.MapPost("/desk/items/import/{id:guid}/stop", (Guid id, [FromForm] StepInput input, HttpContext http, AppDb db, Writer writer, ImportWorker worker, CancellationToken ct) =>
            Pass(id, ImportVerb.Stop, input, (http, db, writer), worker, ct)).RequirePermission(Rights.Import);
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, AppDb db, ImportWorker worker, CancellationToken ct)
    {
        var run = await db.ImportRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotThere();
        var progress = await db.ImportProgress.AsNoTracking().FirstAsync(p => p.RunId == id, ct);
        var faults = db.ImportFaults.AsNoTracking().Where(f => f.RunId == id);
        var first = await faults.OrderBy(f => f.Id).Take(50).Select(f => new FaultLine(f.Sheet, f.Row, f.Code, f.Field, f.Reason, f.Message)).ToListAsync(ct);
        return Page.Of<ImportPage>(http, new ImportView(run.Line(), Progress(run, progress, worker.Taken(id)), progress.Accepted, progress.Rejected, await faults.CountAsync(ct), first, run.Message, run.Trail.Count)
        {
            MayPublish = ImportRun.Lifecycle.Can(run.State, ImportVerb.Begin) && progress.Accepted > 0,
            MayStop = run.State == ImportState.Ready,
        });
    }

    private static ProgressView Progress(ImportRun run, ImportProgress at, int? taken)
    {
        var publishing = run.State == ImportState.Publishing;
        var seconds = (at.At - run.StartedAt).TotalSeconds;
        var speed = seconds > 1 && !publishing ? at.Done / seconds : 0;
        return new ProgressView(publishing ? "正在生效" : "检查实施清单", publishing ? taken ?? 0 : at.Done, publishing ? at.Accepted : at.Total == 0 ? null : at.Total, run.State is ImportState.Checking or ImportState.Publishing)
        {
            Unit = "个事项",
            Speed = speed > 0 ? $"每秒 {speed:N0} 个" : null,
            Left = speed > 0 && at.Total > at.Done ? $"约 {Math.Max(1, (at.Total - at.Done) / speed):N0} 秒" : null,
            CancelAction = run.State == ImportState.Checking ? $"/desk/items/import/{run.Id}/stop" : null,
            Outcome = run.State is ImportState.Checking or ImportState.Publishing ? null : Label.Of(run.State),
            OutcomeTone = run.Line().Tone,
        };
    }

    private static async Task<IResult> Rejects(Guid id, AppDb db, CancellationToken ct)
    {
        var run = await db.ImportRuns.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotThere();
        var faults = db.ImportFaults.AsNoTracking().Where(f => f.RunId == id).OrderBy(f => f.Id).AsEnumerable();
        var rows = faults.Select(f => (IReadOnlyList<string>)[f.Sheet, $"{f.Row}", f.Code, f.Field, f.Reason, f.Message]);
        return await WorkbookAnswer.Of($"退回-{Path.GetFileNameWithoutExtension(run.FileName)}.xlsx", [new Sheet("退回", Heads, rows)], ct);
    }

    private static async Task<IResult> Pass(Guid id, ImportVerb verb, StepInput input, (HttpContext Http, AppDb Db, Writer Writer) by, ImportWorker worker, CancellationToken ct)
    {
        var act = by.Http.Act();
        await by.Writer.Write(act, async () =>
        {
            var run = await by.Db.ImportRuns.FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotThere();
            run.Pass(verb, act);
            (await by.Db.ImportProgress.FirstAsync(p => p.RunId == id, ct)).At = act.Now;
        }, ct);
        if (verb == ImportVerb.Begin)
        {
            worker.Enqueue(by.Http.RequestServices.GetService(typeof(CountyScope)) is CountyScope scope ? scope.County : throw new NotThere(), id);
        }

        return Page.Then(by.Http, $"/desk/items/import/{id}", verb == ImportVerb.Stop ? "已停止，没有导入任何内容。" : null);
    }
}
