using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.DirectAnswers;

/// <summary>A direct answer as a program sends it.</summary>
/// <param name="Article">The entry of the knowledge base that it was answered from; null when from none.</param>
public sealed record DirectAnswerInput(
    [property: Required(ErrorMessage = "请写清答复内容。"), MinLength(AnswerOrder.Least, ErrorMessage = "请写清答复内容，不少于 10 个字。"), MaxLength(AnswerOrder.Most, ErrorMessage = "答复内容不能超过 2000 个字。")] string? Text,
    Guid? Article);

/// <summary>What the page shows: the order, what the knowledge base holds of the like, and which entry was taken.</summary>
public sealed record DirectAnswerView(OrderVerbView Order, IReadOnlyList<Suggestion> Known, Guid? From, string Text);

/// <summary>直接解答 — answered at once, without a unit. The entry of the knowledge base that it was answered from counts as used.</summary>
internal static class AnswerOrder
{
    internal const int Least = 10;
    internal const int Most = 2000;
    private const int Shown = 5;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/direct-answer", Show).RequirePermission(OrderPermissions.Dispatch);
        app.MapPost("/desk/orders/{id:guid}/direct-answer", Post).RequirePermission(OrderPermissions.Dispatch);
        app.MapPost("/api/v1/orders/{id:guid}/direct-answer", async (HttpContext http, Guid id, DirectAnswerInput input, OrderDesk desk, Answering answering, CancellationToken ct) =>
            await answering.Holds(input.Article, http, ct)
                ? await desk.ChangeByApi(http, id, OrderPermissions.Dispatch, answering.Change(input.Text!.Trim(), input.Article), ct)
                : throw new Kernel.RuleViolation("article", Answering.Gone)).RequirePermission(OrderPermissions.Dispatch).Described("直接解答");
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, OrderDesk desk, Answering answering, CancellationToken ct)
    {
        var found = await desk.Find(http, id, OrderPermissions.Dispatch, ct);
        OrderLifecycle.Table.After(found.State, OrderVerb.AnswerDirectly);
        return Page.Of<DirectAnswerPage>(http, await answering.View(http, found, Article(http.Request.Query["article"].FirstOrDefault()), new(), ct));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, Answering answering, CancellationToken ct)
    {
        var (text, article, errors) = (http.Request.Text("text", Most), Article(form["article"].FirstOrDefault()), new FormErrors());
        if (text.Length < Least)
        {
            errors.Add("text", $"请写清答复内容，不少于 {Least} 个字。");
        }
        else if (!await answering.Holds(article, http, ct))
        {
            errors.Add("text", Answering.Gone);
        }

        return await KeptForm.Try(errors,
            () => OrderPages.Do(http, id, OrderPermissions.Dispatch, answering.Change(text, article), desk, "已直接解答并办结。", ct),
            async status => Page.Of<DirectAnswerPage>(http, await answering.View(http, await desk.Find(http, id, OrderPermissions.Dispatch, ct), article, errors, ct), status), KeptForm.AnyRule);
    }

    private static Guid? Article(string? text) => Guid.TryParse(text, out var id) ? id : null;

    /// <summary>The use case that the form and the API share.</summary>
    internal sealed class Answering(AppDb db, OrderDesk desk, KnowledgeSearch knowledge)
    {
        public const string Gone = "选用的知识条目已经下架或者过期，请核对后改写答复。";

        /// <summary>Whether the entry may be given as an answer today; none always may.</summary>
        public async Task<bool> Holds(Guid? article, HttpContext http, CancellationToken ct) => article is not { } id || await db.AnswersOn(http.Act().Today).AnyAsync(a => a.Id == id, ct);

        public OrderChange Change(string text, Guid? article) => new((o, by) => Answer(o, text, article, by));

        public void Answer(WorkOrder order, string text, Guid? article, OrderAct by)
        {
            order.AnswerDirectly(text, by.Act);
            if (article is { } from)
            {
                db.NoteAnswerFrom(from, order.Ref, by.Act);
            }
        }

        /// <summary>What the knowledge base holds of the like.</summary>
        public Task<IReadOnlyList<Suggestion>> Known(string words, DateOnly today, CancellationToken ct) => knowledge.Suggest(words, today, Shown, ct);

        public async Task<DirectAnswerView> View(HttpContext http, WorkOrder o, Guid? article, FormErrors errors, CancellationToken ct)
        {
            var known = await Known($"{o.Title} {o.Content}", http.Act().Today, ct);
            var order = await OrderPages.View(http, o, desk, errors, ct);
            return new(order, known, article, order.Of("text") is { Length: > 0 } typed ? typed : known.FirstOrDefault(k => k.Id == article)?.Answer ?? "");
        }
    }
}
