using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Approval;

/// <summary>常用意见 — kept by the approver for oneself.</summary>
internal static class KeepPhrases
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/phrases", async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<PhrasesPage>(http, await View(http, db, "", new(), ct))).RequirePermission(PaperPermissions.KeepPhrases);
        app.MapPost("/desk/phrases", Add).RequirePermission(PaperPermissions.KeepPhrases);
        app.MapPost("/desk/phrases/{id:guid}/removal", Remove).RequirePermission(PaperPermissions.KeepPhrases);
    }

    private static async Task<IResult> Add(HttpContext http, IFormCollection form, AppDb db, Writer writer, IdSource ids, CancellationToken ct)
    {
        var (text, errors, me) = (form["text"].FirstOrDefault()?.Trim() ?? "", new FormErrors(), http.Visitor.Actor.AccountId);
        if (text.Length is 0 or > 500)
        {
            errors.Add("text", "请填写意见，不超过 500 个字。");
        }
        else if (await db.PhrasesOf(me).CountAsync(ct) >= OpinionPhrase.Most)
        {
            errors.Add("text", $"最多保存 {OpinionPhrase.Most} 条，请先删去不用的。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<PhrasesPage>(http, await View(http, db, text, errors, ct));
        }

        var act = http.Act();
        await writer.Write(act, http.IdempotencyKey, () =>
        {
            db.Add(new OpinionPhrase { Id = ids.NewId(act.Now), AccountId = me, Text = text, At = act.Now });
            return Task.FromResult(true);
        }, ct);
        return Page.Then(http, "/desk/phrases", "已保存。");
    }

    private static async Task<IResult> Remove(HttpContext http, Guid id, AppDb db, Writer writer, CancellationToken ct)
    {
        var me = http.Visitor.Actor.AccountId;
        await writer.Write(http.Act(), async () => db.Remove(await db.PhrasesOf(me).FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw new NotThere()), ct);
        return Page.Then(http, "/desk/phrases", "已删去。");
    }

    private static async Task<PhrasesView> View(HttpContext http, AppDb db, string typed, FormErrors errors, CancellationToken ct) =>
        new(await db.PhrasesOf(http.Visitor.Actor.AccountId).Select(p => new PhraseRow(p.Id, p.Text)).ToListAsync(ct), typed, errors);
}

public sealed record PhraseRow(Guid Id, string Text);

public sealed record PhrasesView(IReadOnlyList<PhraseRow> Rows, string Typed, FormErrors Errors);
