using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.DirectAnswers;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

/// <summary>登记来电 — one page while the caller speaks: who it is, what the office knows, and its end as an order, a direct answer or an invalid call. By keyboard alone.</summary>
internal static class RecordCall
{
    internal const int LeastAnswer = AnswerOrder.Least;
    internal const int MostAnswer = AnswerOrder.Most;
    internal const int MostNote = 500;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/calls/{id:guid}", Show).RequirePermission(CallSlices.Read);
        app.MapGet("/desk/calls/{id:guid}/outcome", Show).RequirePermission(CallSlices.Read); // where the browser stands after a refusal
        app.MapPost("/desk/calls/{id:guid}/outcome", Post).RequirePermission(CallSlices.Take);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, Recording recording, CancellationToken ct) => Page.Of<CallPage>(http, await recording.View(http, id, null, new(), ct));

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, Recording recording, CancellationToken ct)
    {
        var (input, errors, finish) = (CallInput.Of(form), new FormErrors(), form["finish"].FirstOrDefault() ?? "");
        if (form["use"].FirstOrDefault() is { Length: > 0 } use)
        {
            return Page.Of<CallPage>(http, await recording.View(http, id, await recording.Use(use, input, http, ct), errors, ct));
        }

        if (finish == "look")
        {
            return Page.Of<CallPage>(http, await recording.View(http, id, input, errors, ct));
        }

        try
        {
            return await recording.Handle(http, id, finish, input, errors, ct) is { } done
                ? Page.Then(http, $"/desk/calls/{id}", done)
                : Page.Again<CallPage>(http, await recording.View(http, id, input, errors, ct));
        }
        catch (RuleViolation refused)
        {
            // somebody else was quicker: what was typed stays to be read
            errors.Add("", refused.Message);
            return Page.Of<CallPage>(http, await recording.View(http, id, input, errors, ct), StatusCodes.Status409Conflict);
        }
    }

    internal sealed class Recording(AppDb db, CallDesk desk, OrderDesk orders, OrderIntake intake, AnswerOrder.Answering answering, CallHints hints, PermissionTable table)
    {
        /// <summary>Finishes the call; null with each fault at its field.</summary>
        /// <returns>What was done, in words.</returns>
        public async Task<string?> Handle(HttpContext http, Guid id, string finish, CallInput input, FormErrors errors, CancellationToken ct)
        {
            var (call, by) = (await desk.Find(id, ct), await orders.ActBy(http.Act(), ct));
            return finish switch
            {
                "invalid" => await Invalid(http, call, input, by, errors, ct),
                "answer" => await Taken(http, call, input, by, errors, direct: true, ct),
                _ => await Taken(http, call, input, by, errors, direct: false, ct),
            };
        }

        /// <summary>What was typed, with the answer of an entry of the knowledge base that may be read out.</summary>
        public async Task<CallInput> Use(string article, CallInput input, HttpContext http, CancellationToken ct)
        {
            var call = input.Order.Title + " " + input.Order.Content;
            var known = await answering.Known(call, http.Act().Today, ct);
            return known.FirstOrDefault(k => k.Public && k.Id.ToString() == article) is { } entry ? input with { Answer = entry.Answer, Article = article } : input;
        }

        public async Task<CallView> View(HttpContext http, Guid id, CallInput? typed, FormErrors errors, CancellationToken ct)
        {
            var line = await ListCalls.Lines(db.Calls.AsNoTracking().Where(c => c.Id == id), db).FirstOrDefaultAsync(ct) ?? throw new NotThere();
            var (call, by, row) = (line.Call, await orders.ActBy(http.Act(), ct), ListCalls.Row(line, desk));
            var (takes, open) = (http.Visitor.May(table, CallSlices.Take), call.Can(CallVerb.TakeOrder));
            var talks = takes && open && call.AgentId == http.Visitor.Actor.AccountId;
            var form = !takes || (!open && typed is null) ? null : typed ?? CallInput.Blank with { Order = new() { Phone = (talks ? desk.Whole(call) : null) ?? "" } };
            var lists = form is null ? null : await RecordOrder.View(db, form.Order, errors, ct);
            var order = call.OrderId is { } made ? await db.Orders.AsNoTracking().Where(o => o.Id == made).Select(o => new CallOrderView(o.Id, o.Number, o.Title, o.QueryCode, o.Due)).FirstOrDefaultAsync(ct) : null;
            return new(row, (talks ? desk.Whole(call) : null) ?? row.Number, form, errors, lists?.Areas ?? [], lists?.Units ?? [], InvalidCall.Choices(by.Act.Today), await hints.Of(call, form, by, ct))
            {
                Order = takes ? order : order is null ? null : order with { QueryCode = "" }, AnsweredAt = call.AnsweredAt, EndedAt = call.EndedAt, InvalidReason = call.InvalidReason, Note = call.Note,
                MayListen = await ListenToCall.May(http, call, db, table, ct),
            };
        }

        private async Task<string?> Invalid(HttpContext http, HotlineCall call, CallInput input, OrderAct by, FormErrors errors, CancellationToken ct)
        {
            var reason = InvalidCall.On(by.Act.Today).FirstOrDefault(r => r.Code == input.Invalid);
            if (reason is null)
            {
                errors.Add("invalid", "请选择无效来电的情形。");
            }

            if (reason is { NeedsNote: true } && input.Note.Length < 2)
            {
                errors.Add("note", $"“{reason.Name}”请说明情况，不少于 2 个字。");
            }
            else if (input.Note.Length > MostNote || !OrderText.Fits(input.Note))
            {
                errors.Add("note", input.Note.Length > MostNote ? $"说明不能超过 {MostNote} 个字，现有 {Numbers.Thousands(input.Note.Length)} 个字。" : "含有不能显示的控制字符，请重新输入。");
            }

            return errors.Count > 0 ? null : await desk.Change(call.Id, http.IdempotencyKey, by.Act, c =>
            {
                c.FindInvalid(reason!, input.Note, by.Act);
                return "已判为无效来电。";
            }, ct);
        }

        private async Task<string?> Taken(HttpContext http, HotlineCall call, CallInput input, OrderAct by, FormErrors errors, bool direct, CancellationToken ct)
        {
            // left empty it is the number that calls
            var phone = input.Order.Phone.Length > 0 || input.Order.Anonymous == "true" ? input.Order.Phone : desk.Whole(call) ?? "";
            var draft = await intake.Read(input.Order with { Phone = phone }, OrderSource.Call, doorkeeper: false, by.Act.Today, errors, ct);
            var article = Guid.TryParse(input.Article, out var from) ? from : (Guid?)null;
            if (direct)
            {
                await ReadAnswer(input.Answer, article, http, errors, ct);
            }

            return errors.Count > 0 || draft is null ? null : await desk.Change(call.Id, http.IdempotencyKey, by.Act, c =>
            {
                Lives(c, direct);
                var order = intake.Add(draft, by);
                if (direct)
                {
                    answering.Answer(order, input.Answer, article, by);
                    c.AnswerDirectly(order, by.Act);
                    return "已直接解答并办结。";
                }

                c.TakeOrder(order, by.Act);
                return "已登记。请把编号和查询码告诉诉求人。";
            }, ct);
        }

        // before an order is made of it
        private static void Lives(HotlineCall call, bool direct) => HotlineCall.Lifecycle.After(call.State, direct ? CallVerb.AnswerDirectly : CallVerb.TakeOrder);

        private async Task ReadAnswer(string answer, Guid? article, HttpContext http, FormErrors errors, CancellationToken ct)
        {
            if (answer.Length is < LeastAnswer or > MostAnswer)
            {
                errors.Add("answer", answer.Length < LeastAnswer ? $"请写清答复内容，不少于 {LeastAnswer} 个字。" : $"答复内容不能超过 {Numbers.Thousands(MostAnswer)} 个字，现有 {Numbers.Thousands(answer.Length)} 个字。");
            }
            else if (!OrderText.Fits(answer))
            {
                errors.Add("answer", "含有不能显示的控制字符，请重新输入或者粘贴为纯文本。");
            }
            else if (!await answering.Holds(article, http, ct))
            {
                errors.Add("answer", AnswerOrder.Answering.Gone);
            }
        }
    }
}
