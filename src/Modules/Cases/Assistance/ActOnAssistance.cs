using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Materials;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Assistance;

/// <summary>What the village and its agent do with an order, each by one short form that also survives a lost signal.</summary>
internal static class ActOnAssistance
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/desk/assistance/{id:guid}").RequirePermission(AssistancePermissions.Act);
        desk.MapPost("/assignment", Assign);
        desk.MapPost("/cases", LinkCase);
        desk.MapPost("/completion", Finish);
        desk.MapPost("/withdrawal", Withdraw);
        MaterialUpload.Raise(desk.MapPost("/authority", Authorise));
        MaterialUpload.Raise(desk.MapPost("/papers", TakePaper));
        MaterialUpload.Raise(desk.MapPost("/papers/{paperId:guid}/return", HandBack));
    }

    private static async Task<IResult> Assign(HttpContext http, Guid id, IFormCollection form, AssistanceDesk desk, ShowAssistance.Reading reading, AppDb db, AssistancePapers papers, CancellationToken ct)
    {
        var found = await desk.Find(http, id, AssistancePermissions.Act, ct);
        var agents = await db.AgentsOf(found.Area, ct);
        if (agents.FirstOrDefault(a => a.AccountId.ToString() == form["agent"].FirstOrDefault()) is not { } agent)
        {
            return await Again(http, found, reading, ("agent", "请选择本村或本镇的帮办员。"), ct);
        }

        await desk.Change(http, id, (o, act) => Appoint(o, agent, papers, act, ct), null, ct);
        return Page.Then(http, $"/desk/assistance/{id}", $"已指派{agent.Name}，授权委托书已生成，请打印后交本人签字。");
    }

    /// <summary>The use case that the form and the API share: the agent, and the letter of authority in their favour.</summary>
    internal static Task Appoint(AssistanceOrder order, Actor agent, AssistancePapers papers, Act act, CancellationToken ct)
    {
        order.Assign(agent, act);
        return papers.PrintAuthority(order, act, ct);
    }

    private static async Task<IResult> Authorise(HttpContext http, Guid id, IFormCollection form, AssistanceDesk desk, ShowAssistance.Reading reading, CancellationToken ct)
    {
        var found = await desk.Find(http, id, AssistancePermissions.Act, ct);
        if (!DateOnly.TryParse(form["signedOn"].FirstOrDefault(), out var signedOn))
        {
            return await Again(http, found, reading, ("signedOn", "请填写签署日期。"), ct);
        }

        return await AtField(http, found, reading, async () =>
        {
            var file = await desk.Receive(form, "scan", ct) ?? throw new RuleViolation("file-scan", "请拍照或扫描签好字的委托书后上传。");
            await desk.Change(http, id, (o, act) => { o.Authorise(signedOn, desk.Keep(o, file, act)!.Value, act); return Task.CompletedTask; }, null, ct);
            return Page.Then(http, $"/desk/assistance/{id}", "委托书已登记，可以代收材料、代为申请。");
        }, "scan", ct);
    }

    private static async Task<IResult> TakePaper(HttpContext http, Guid id, IFormCollection form, AssistanceDesk desk, ShowAssistance.Reading reading, CancellationToken ct)
    {
        var found = await desk.Find(http, id, AssistancePermissions.Act, ct);
        var name = form["paper"].FirstOrDefault()?.Trim() ?? "";
        if (name.Length is < 2 or > 100)
        {
            return await Again(http, found, reading, ("paper", "请填写材料名称，2 至 100 个字。"), ct);
        }

        if (!int.TryParse(form["copies"].FirstOrDefault(), out var copies) || copies is < 1 or > 99)
        {
            return await Again(http, found, reading, ("copies", "份数应为 1 至 99。"), ct);
        }

        return await AtField(http, found, reading, async () =>
        {
            var (photo, signature) = (await desk.Receive(form, "photo", ct), await desk.Receive(form, "signature", ct));
            await desk.Change(http, id, (o, act) =>
            {
                o.TakePaper(new TakenPaper
                {
                    Id = desk.NewId(act), Order = o.Papers.Count + 1, Name = name, Copies = copies, Original = form["original"] == "true", PhotoId = desk.Keep(o, photo, act),
                    SignatureId = desk.Keep(o, signature, act), ByName = act.By.Name, At = act.Now,
                }, act);
                return Task.CompletedTask;
            }, null, ct);
            return Page.Then(http, $"/desk/assistance/{id}", $"已登记代收“{name}”。");
        }, "photo", ct);
    }

    private static async Task<IResult> HandBack(HttpContext http, Guid id, Guid paperId, IFormCollection form, AssistanceDesk desk, ShowAssistance.Reading reading, CancellationToken ct)
    {
        var found = await desk.Find(http, id, AssistancePermissions.Act, ct);
        if (!Enum.TryParse<PaperEnd>(form["end"].FirstOrDefault(), out var end) || !Enum.IsDefined(end))
        {
            return await Again(http, found, reading, ("end", "请选择材料去向。"), ct);
        }

        return await AtField(http, found, reading, async () =>
        {
            var (photo, signature) = (await desk.Receive(form, "backPhoto", ct), await desk.Receive(form, "backSignature", ct));
            await desk.Change(http, id, (o, act) =>
            {
                o.HandBack(paperId, new PaperReturn { End = end, PhotoId = desk.Keep(o, photo, act), SignatureId = desk.Keep(o, signature, act), ByName = act.By.Name, At = act.Now }, act);
                return Task.CompletedTask;
            }, null, ct);
            return Page.Then(http, $"/desk/assistance/{id}", "材料去向已登记。");
        }, "backPhoto", ct);
    }

    private static async Task<IResult> LinkCase(HttpContext http, Guid id, IFormCollection form, AssistanceDesk desk, ShowAssistance.Reading reading, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var number = form["caseNumber"].FirstOrDefault()?.Trim() ?? "";
        var seen = db.Cases.Real.Within(http.Visitor, table, CasePermissions.Receive).Where(c => c.Number == number);
        if (number.Length == 0 || !await seen.AnyAsync(ct))
        {
            return await Again(http, await desk.Find(http, id, AssistancePermissions.Act, ct), reading, ("caseNumber", "没有找到这个受理编号的办件。先在村（镇）窗口收件，再填写收件凭证上的编号。"), ct);
        }

        return await AtField(http, await desk.Find(http, id, AssistancePermissions.Act, ct), reading, async () =>
        {
            await desk.Change(http, id, async (o, act) => o.LinkCase(await seen.Whole.FirstAsync(ct), act), null, ct);
            return Page.Then(http, $"/desk/assistance/{id}", "已关联代办件，办件上已注明经办人。");
        }, "caseNumber", ct);
    }

    private static async Task<IResult> Finish(HttpContext http, Guid id, IFormCollection form, AssistanceDesk desk, ShowAssistance.Reading reading, CancellationToken ct) =>
        await AtField(http, await desk.Find(http, id, AssistancePermissions.Act, ct), reading, async () =>
        {
            await desk.Change(http, id, (o, act) => { o.Finish(form["outcome"].FirstOrDefault()?.Trim() ?? "", act); return Task.CompletedTask; }, null, ct);
            return Page.Then(http, $"/desk/assistance/{id}", "帮办已办结。");
        }, "outcome", ct);

    private static async Task<IResult> Withdraw(HttpContext http, Guid id, IFormCollection form, AssistanceDesk desk, ShowAssistance.Reading reading, CancellationToken ct) =>
        await AtField(http, await desk.Find(http, id, AssistancePermissions.Act, ct), reading, async () =>
        {
            await desk.Change(http, id, (o, act) => { o.Withdraw(act); return Task.CompletedTask; }, form["reason"].FirstOrDefault(), ct);
            return Page.Then(http, $"/desk/assistance/{id}", "帮办已撤回。");
        }, "reason", ct);

    // what is wrong with what was typed or with a file; any other no is the rule's and answered as such
    private static readonly HashSet<string> OfFields = ["signed-on", "another-applicant", "not-at-village", "linked", "outcome", "reason", "papers-held"];

    /// <summary>What cannot be taken is said at its field, and what was typed stays.</summary>
    private static async Task<IResult> AtField(HttpContext http, AssistanceOrder found, ShowAssistance.Reading reading, Func<Task<IResult>> act, string field, CancellationToken ct)
    {
        try
        {
            return await act();
        }
        catch (RuleViolation e) when (OfFields.Contains(e.Code) || e.Code.StartsWith("file-", StringComparison.Ordinal))
        {
            return await Again(http, found, reading, (e.Code == "signed-on" ? "signedOn" : field, e.Message), ct);
        }
    }

    private static async Task<IResult> Again(HttpContext http, AssistanceOrder found, ShowAssistance.Reading reading, (string Field, string Message) error, CancellationToken ct)
    {
        var errors = new FormErrors();
        errors.Add(error.Field, error.Message);
        return Page.Again<AssistancePage>(http, await reading.View(http, found, errors, ct));
    }
}
