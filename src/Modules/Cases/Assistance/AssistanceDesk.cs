using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Assistance;

/// <summary>How the village's people reach an order: within their area; files come in first and belong to the order with the change.</summary>
internal sealed class AssistanceDesk(AppDb db, Writer writer, IdSource ids, PermissionTable table, FileStore store)
{
    /// <summary>A photograph, a scan or a signature: pictures and PDF up to 8 MB; the bytes decide what it is.</summary>
    public static readonly FileLimits Photo = new(8 * 1024 * 1024, [.. FileKind.Images, FileKind.Pdf]);

    /// <exception cref="NotThere">There is none, or it is not theirs.</exception>
    public async Task<AssistanceOrder> Find(HttpContext http, Guid id, string verb, CancellationToken ct) =>
        await db.AssistanceOrders.AsNoTracking().Within(ScopeReach.Of(http.Visitor, table, verb)).Whole.FirstOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotThere();

    public async Task Change(HttpContext http, Guid id, Func<AssistanceOrder, Act, Task> verb, string? reason, CancellationToken ct)
    {
        var act = http.Act(reason);
        await writer.Write(act, http.IdempotencyKey, async () =>
        {
            var order = await db.AssistanceOrders.Within(ScopeReach.Of(http.Visitor, table, AssistancePermissions.Act)).Whole.FirstOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotThere();
            await verb(order, act);
            return true;
        }, ct);
    }

    /// <summary>Takes the form's file in; null where none was chosen.</summary>
    /// <exception cref="RuleViolation"><c>file-…</c>: says what is wrong with it.</exception>
    public async Task<ReceivedFile?> Receive(IFormCollection form, string field, CancellationToken ct)
    {
        if (form.Files.GetFile(field) is not { Length: > 0 } file)
        {
            return null;
        }

        await using var content = file.OpenReadStream();
        return await store.Receive(content, file.FileName, Photo, ct);
    }

    /// <summary>Enters a received file for the order, within the change.</summary>
    public Guid? Keep(AssistanceOrder order, ReceivedFile? file, Act act)
    {
        if (file is null)
        {
            return null;
        }

        var row = StoredFile.Of(ids.NewId(act.Now), file, order.Ref, act);
        db.Add(row);
        return row.Id;
    }

    public Guid NewId(Act act) => ids.NewId(act.Now);
}

/// <summary>授权委托书 — printed for signing, in the agent's favour; says that nothing is charged.</summary>
internal sealed class AssistancePapers(AppDb db, DocumentRegister register, CountyScope scope)
{
    private static readonly DocumentKind Kind = new("assistance-authority", "帮办代办授权委托书", "托");

    public async Task PrintAuthority(AssistanceOrder order, Act act, CancellationToken ct)
    {
        var place = await PlaceOf(db, order.Area, ct);
        Note? note = order.Trail.Last;
        var document = register.Issue(act, Kind, order.Ref, _ => Authority(order, place, act.Today), number => note?.Changes.Add(new("授权委托书", null, number)));
        order.Print(document.Id);
    }

    internal static async Task<string> PlaceOf(AppDb db, AreaCode area, CancellationToken ct) =>
        await (from d in db.DivisionRefs where d.Code == area select d.Name).FirstOrDefaultAsync(ct) ?? area.Value;

    private DocumentContent Authority(AssistanceOrder order, string place, DateOnly today) => new("帮办代办授权委托书", place, today)
    {
        Addressee = $"{scope.County.Name}政务服务中心",
        Parts =
        [
            new Paragraph($"本人{order.Person.Name}（身份证号码：{Masking.Id(scope.County.Keys.Open(order.Person.Number))}），现委托{place}帮办员{order.AgentName}代为办理下列事务（帮办编号：{order.Number}）："),
            new Paragraph(order.Wish),
            new Paragraph("委托权限：代为提交申请和材料、签收通知、补正材料、领取结果。代收的原件办完后交还本人，逐份登记、签字。"),
            new Paragraph("帮办代办不收取任何费用。本人可以随时撤回委托。"),
            new Paragraph("委托人（签名或按指印）：　　　　　　　　　　受托人（签名）：　　　　　　　　　　　年　　月　　日"),
        ],
    };
}
