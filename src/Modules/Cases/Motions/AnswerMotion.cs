using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Api;
using Yimen.Cases.Clocks;
using Yimen.Cases.Correction;
using Yimen.Cases.Limits;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Motions;

/// <summary>The head's answer as a program sends it.</summary>
/// <param name="Approved">True grants it.</param>
/// <param name="Remark">Required for a no.</param>
public sealed record MotionAnswerInput(
    [property: Required(ErrorMessage = "请填写 approved：true 同意，false 不同意。")] bool? Approved,
    [property: MaxLength(500, ErrorMessage = "批复意见不能超过 500 个字。")] string? Remark);

/// <summary>What was asked of the head.</summary>
public sealed record MotionView(VerbView Case, Guid Id, string Kind, string Ground, int Days, string To, string Why, string By, DateTimeOffset At, IReadOnlyList<Flaw> Flaws);

/// <summary>批复 — the unit's head answers; a yes takes effect in the same write, with its document and its letter.</summary>
internal static class AnswerMotion
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/motions/{motion:guid}", async (HttpContext http, Guid id, Guid motion, CaseDesk desk, CancellationToken ct) =>
            Page.Of<MotionPage>(http, await View(http, await desk.Find(http, id, CasePermissions.Decide, ct), motion, desk, new(), ct))).RequirePermission(CasePermissions.Decide);
        app.MapPost("/desk/cases/{id:guid}/motions/{motion:guid}", Post).RequirePermission(CasePermissions.Decide);
        app.MapPost("/api/v1/cases/{id:guid}/motions/{motion:guid}/answer", (HttpContext http, Guid id, Guid motion, MotionAnswerInput input, CaseDesk desk, Answering answering, CancellationToken ct) =>
            desk.ChangeByApi(http, id, CasePermissions.Decide, answering.Change(motion, input.Approved!.Value, ct) with { Reason = input.Remark }, ct))
            .RequirePermission(CasePermissions.Decide).Described("批复报批事项；同意即时生效");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, Guid motion, IFormCollection form, CaseDesk desk, Answering answering, CancellationToken ct)
    {
        var (answer, remark) = (form["answer"].FirstOrDefault(), http.Request.Text("remark", 500));
        var errors = new FormErrors();
        if (answer is not ("yes" or "no"))
        {
            errors.Add("answer", "请选择是否同意。");
        }
        else if (answer == "no" && remark.Length == 0)
        {
            errors.Add("remark", "不同意须写明理由。");
        }

        return errors.Count > 0
            ? Page.Again<MotionPage>(http, await View(http, await desk.Find(http, id, CasePermissions.Decide, ct), motion, desk, errors, ct))
            : await VerbPages.Do(http, id, CasePermissions.Decide, answering.Change(motion, answer == "yes", ct) with { Reason = remark }, desk, answer == "yes" ? "已同意，即时生效。" : "已退回报批人。", ct);
    }

    private static async Task<MotionView> View(HttpContext http, Case c, Guid motion, CaseDesk desk, FormErrors errors, CancellationToken ct)
    {
        var m = c.Motions.FirstOrDefault(x => x.Id == motion) ?? throw new NotThere();
        return m.IsOpen && c.ClosedOn is null
            ? new(await VerbPages.View(http, c, desk, errors, ct), m.Id, Label.Of(m.Kind), m.Ground, m.Days, m.To, m.Why, m.ByName, m.At, m.Flaws)
            : throw new RuleViolation("no-motion", "这项报批已经批复。");
    }

    /// <summary>The use case that the form and the API share: the answer and what it brings about.</summary>
    internal sealed class Answering(AppDb db, CasePapers papers, IdSource ids)
    {
        public CaseChange Change(Guid motionId, bool approved, CancellationToken ct) => new(async (Case c, Act act, LegalClock clock) =>
        {
            var motion = c.Answer(motionId, approved, act);
            await (approved ? Carry(c, motion, act, clock, ct) : Task.CompletedTask);
        });

        private Task Carry(Case c, CaseMotion motion, Act act, LegalClock clock, CancellationToken ct)
        {
            switch (motion.Kind)
            {
                case MotionKind.SpecialProcedure or MotionKind.Hold:
                    return papers.TellSuspension(c, c.Suspend(motion, ids.NewId(act.Now), act, clock), act, ct);
                case MotionKind.Extension:
                    c.Extend(motion, act, clock);
                    return papers.TellExtension(c, act, ct);
                case MotionKind.SecondCorrection:
                    return AskAgain(c, motion, act, clock, ct);
                case MotionKind.Termination:
                    c.Terminate(motion, act, clock);
                    return papers.TellTermination(c, act, ct);
                default:
                    c.TransferUp(motion, act, clock);
                    return Task.CompletedTask;
            }
        }

        // practice.md: a second notice raises a card and does not stop the clock
        private async Task AskAgain(Case c, CaseMotion motion, Act act, LegalClock clock, CancellationToken ct)
        {
            var limits = await db.LimitsOn(act.Today, ct);
            var asked = c.AskAgain(motion, ids.NewId(act.Now), act, clock, limits.Days(CaseLimitCode.CorrectionAnswer));
            db.Add(new ClockCrossed
            {
                Id = ids.NewId(act.Now), CaseId = c.Id, Mark = ClockMark.SecondCorrection, Detail = $"{asked.Sequence}", On = act.Today, Due = asked.AnswerBy, Unit = c.Unit, AccountId = motion.ById, At = act.Now,
            });
            await papers.TellCorrection(c, asked, act, ct);
        }
    }
}
