using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Channels;

/// <summary>A telephone call as a program notes it down.</summary>
/// <param name="Result"><c>confirmed</c>, <c>unconfirmed</c> or <c>not-reached</c>.</param>
/// <param name="Post">Whom the office called of its own accord: <c>First</c>, <c>Next</c>, <c>Leader</c>; not asked while the house named somebody.</param>
public sealed record CallLogInput(
    [property: Required(ErrorMessage = "请填写通话结果 result。"), RegularExpression("confirmed|unconfirmed|not-reached", ErrorMessage = "通话结果为 confirmed、unconfirmed 或者 not-reached。")] string? Result,
    [property: MaxLength(LogCalls.MostWords, ErrorMessage = "通话记录不能超过 500 个字。")] string? Words, string? Post);

/// <param name="People">Who may be called, with their numbers; one while the house asks for one.</param>
public sealed record CallLogView(OrderVerbView Order, string Happens, IReadOnlyList<Choice> People, bool MustChoose);

/// <summary>登记电话联系 — the office telephones and notes down what it heard: reached and known, reached without a promise, not reached.</summary>
internal static class LogCalls
{
    public const int MostWords = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/phone-log", async (HttpContext http, Guid id, Logging logging, CancellationToken ct) => Page.Of<CallLogPage>(http, await logging.View(http, id, new(), ct))).RequirePermission(ChannelPermissions.Follow);
        app.MapPost("/desk/orders/{id:guid}/phone-log", Post).RequirePermission(ChannelPermissions.Follow);
        app.MapPost("/api/v1/orders/{id:guid}/phone-log", async Task<Ok<UrgentStanding>> (HttpContext http, Guid id, CallLogInput input, Logging logging, CancellationToken ct) =>
            TypedResults.Ok(await logging.Log(http, id, Result(input.Result)!.Value, input.Words?.Trim() ?? "", input.Post, ct))).RequirePermission(ChannelPermissions.Follow).Described("登记电话联系");
    }

    /// <summary>Whether there is a call to be noted down.</summary>
    public static bool Waits(UrgentContact contact) => contact.State == UrgentState.Unanswered || (contact.State == UrgentState.Calling && contact.OpenAttempt is { Result: AttemptResult.ToCall });

    private static AttemptResult? Result(string? typed) => typed switch { "confirmed" => AttemptResult.Confirmed, "unconfirmed" => AttemptResult.Unconfirmed, "not-reached" => AttemptResult.NotReached, _ => null };

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, Logging logging, CancellationToken ct)
    {
        var (errors, result, words, post) = (new FormErrors(), Result(http.Request.Text("result", 20)), http.Request.Text("words", MostWords), http.Request.Text("post", 20));
        if (result is null)
        {
            errors.Add("result", "请选择通话结果。");
        }
        else if (result != AttemptResult.NotReached && words.Length < 2)
        {
            errors.Add("words", "接通的，请写下对方说了什么，例如：马上安排人到现场。");
        }

        var view = await logging.View(http, id, errors, ct);
        if (view.MustChoose && view.People.All(p => p.Value != post))
        {
            errors.Add("post", "请选择打给了谁。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<CallLogPage>(http, view);
        }

        await logging.Log(http, id, result!.Value, words, post, ct);
        return Page.Then(http, $"/desk/orders/{id}", result == AttemptResult.Confirmed ? "已登记，对方在电话里确认知悉。" : "已登记电话联系。");
    }

    internal sealed class Logging(AppDb db, Writer writer, OrderDesk desk, ContactPlans plans, UrgentCalling urgent, CountyScope scope)
    {
        public async Task<UrgentStanding> Log(HttpContext http, Guid id, AttemptResult result, string words, string? post, CancellationToken ct)
        {
            var (act, order) = (http.Act(), await desk.Find(http, id, ChannelPermissions.Follow, ct));
            return await writer.Write(act, http.IdempotencyKey, async () =>
            {
                var contact = await db.OpenContactOf(order.Id, ct) ?? throw new RuleViolation("no-contact", "这件工单没有等待答复的紧急联络，可能已有人签收或者确认。");
                var step = (await plans.On(contact.Unit, act.Today, ct)).FirstOrDefault(s => !s.Away && s.Post.ToString() == post);
                contact.LogCall(result, words, step is null ? null : step with { Way = ContactWay.Phone }, act);
                // who was not reached is not waited for: the next channel, or the next person, at once
                if (contact.State == UrgentState.Calling)
                {
                    await urgent.GoOn(contact, false, act, ct);
                }

                return new UrgentStanding(order.Id, order.Number, Label.Of(contact.State), contact.Until);
            }, ct);
        }

        public async Task<CallLogView> View(HttpContext http, Guid id, FormErrors errors, CancellationToken ct)
        {
            var order = await desk.Find(http, id, ChannelPermissions.Follow, ct);
            if (await db.OpenContactOf(id, ct) is not { } contact || !Waits(contact))
            {
                throw new RuleViolation("no-call", "这件工单现在没有要登记的电话：没有紧急联络，或者其他渠道还在等待答复。");
            }

            var (steps, asked) = ((await plans.On(contact.Unit, http.Act().Today, ct)).Where(s => !s.Away), contact.OpenAttempt);
            var people = steps.Where(s => asked is null || s.Post == asked.Post).GroupBy(s => s.Post).Select(g => new Choice(g.Key.ToString(), $"{Label.Of(g.Key)} {g.First().Name} {Number(g)}".TrimEnd()));
            return new(await OrderPages.View(http, order, desk, errors, ct),
                asked is null ? $"{contact.What}，各位联络人都没有答复。请打电话或者用其他办法联系，每次都登记。" : $"{contact.What}。请打电话给{asked.Person}，要对方明确说知悉才算；没有接通的，系统马上联系下一位。", [.. people], asked is null);
        }

        private string Number(IEnumerable<ContactStep> ofOne) => ofOne.FirstOrDefault(s => s.Way == ContactWay.Phone) is { } phone ? scope.County.Keys.Open(phone.Address) ?? "" : ofOne.FirstOrDefault(s => s.Way == ContactWay.Sms) is { } sms ? scope.County.Keys.Open(sms.Address) ?? "" : "";
    }
}
