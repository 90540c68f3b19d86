using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yimen.Cases.Correction;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Motions;

/// <summary>What is asked, before it has an author.</summary>
internal sealed record MotionDraft(MotionKind Kind, string Why, string Ground, int Days, string To, IReadOnlyList<Flaw> Flaws)
{
    public CaseMotion By(Guid id, Act act) => new()
    {
        Id = id, Kind = Kind, Why = Why, Ground = Ground, Days = Days, To = To, Flaws = Flaws, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now,
    };
}

/// <summary>Reads a motion as it was typed or sent.</summary>
internal static class MotionForm
{
    public static MotionKind KindOf(string? text) => Enum.TryParse<MotionKind>(text, out var kind) && Enum.IsDefined(kind) ? kind : throw new NotThere();

    public static MotionDraft Read(MotionInput input) => Enum.TryParse<MotionKind>(input.Kind, out var kind) && Enum.IsDefined(kind)
        ? new(kind, input.Why!.Trim(), input.Ground?.Trim() ?? "", input.Days ?? 0, input.To?.Trim() ?? "", input.Flaws ?? [])
        : throw new RuleViolation("motion-kind", $"kind 应为 {string.Join("、", Enum.GetNames<MotionKind>())} 之一。");

    public static MotionDraft Read(HttpRequest request, Case c, FormErrors errors)
    {
        var kind = KindOf(request.Form["kind"].FirstOrDefault());
        var why = request.Text("why", 500);
        if (why.Length == 0)
        {
            errors.Add("why", "请填写理由。");
        }

        var days = 0;
        if (kind is MotionKind.SpecialProcedure or MotionKind.Hold or MotionKind.Extension
            && (!int.TryParse(request.Text("days", 3), NumberStyles.None, CultureInfo.InvariantCulture, out days) || days < 1))
        {
            errors.Add("days", "请填写天数（工作日）。");
        }

        var ground = request.Text("ground", 40);
        if (kind == MotionKind.Hold && ground.Length == 0)
        {
            errors.Add("ground", "请写明挂起的事由。");
        }

        if (kind == MotionKind.SpecialProcedure && !Grounds.Holds(ground, request.HttpContext.Act().Today))
        {
            errors.Add("ground", "请选择特别程序。");
        }

        var to = request.Text("to", 100);
        if (kind == MotionKind.TransferUp && to.Length == 0)
        {
            errors.Add("to", "请写明转报的机关。");
        }

        return new(kind, why, ground, days, to, kind == MotionKind.SecondCorrection ? FlawForm.Read(request, c, errors) : []);
    }
}
