using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.DirectAnswers;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

/// <summary>The use case that the agent's page and an agent's program share: a call comes to its end.</summary>
internal sealed class CallRecording(CallDesk desk, OrderDesk orders, OrderIntake intake, AnswerOrder.Answering answering, CountyScope scope)
{
    /// <summary>The way of finishing that finishes nothing: what was typed is left for the next agent.</summary>
    public const string PassesOn = "pass";

    private const int MostNote = 500;

    /// <summary>Finishes the call; null with each fault at its field.</summary>
    /// <returns>What was done, in words.</returns>
    public async Task<string?> Handle(HttpContext http, Guid id, string finish, CallInput input, FormErrors errors, CancellationToken ct)
    {
        var (call, by) = (await desk.Find(id, ct), await orders.ActBy(http.Act(), ct));
        if (finish != PassesOn && call.Can(CallVerb.TakeOrder) && call.PassedBy(by.Act.By.AccountId))
        {
            throw new RuleViolation("call-passed", $"这个来电已经转给{call.AgentName}，由{call.AgentName}登记。您写的内容还在下面，请按“交给接手的话务员”。");
        }

        return finish switch
        {
            PassesOn => await PassOn(http, call, input, by.Act, ct),
            "invalid" => await Invalid(http, call, input, by, errors, ct),
            "answer" => await Taken(http, call, input, by, errors, direct: true, ct),
            _ => await Taken(http, call, input, by, errors, direct: false, ct),
        };
    }

    /// <summary>What an agent left for the one who took the caller over; null where nothing was left.</summary>
    public static CallInput? Left(HotlineCall call, CountyKeys keys) => keys.Open(call.Draft) is { Length: > 0 } text ? JsonSerializer.Deserialize<CallInput>(text) : null;

    private async Task<string?> PassOn(HttpContext http, HotlineCall call, CallInput input, Act act, CancellationToken ct)
    {
        var draft = scope.County.Keys.Seal(JsonSerializer.Serialize(input with { Order = input.Order with { Key = null } }));
        return await desk.Change(call.Id, http.IdempotencyKey, act, c =>
        {
            c.PassOn(draft, act);
            return "已保存。接手的话务员打开这个来电，就看到您写的内容。";
        }, ct);
    }

    /// <summary>What was typed, with the answer of an entry of the knowledge base that may be read out.</summary>
    public async Task<CallInput> Use(string article, CallInput input, HttpContext http, CancellationToken ct)
    {
        var call = input.Order.Title + " " + input.Order.Content;
        var known = await answering.Known(call, http.Act().Today, ct);
        return known.FirstOrDefault(k => k.Public && k.Id.ToString() == article) is { } entry ? input with { Answer = entry.Answer, Article = article } : input;
    }

    private async Task<string?> Invalid(HttpContext http, HotlineCall call, CallInput input, OrderAct by, FormErrors errors, CancellationToken ct)
    {
        var reason = by.Codes.InvalidCalls(by.Act.Today).FirstOrDefault(r => r.Code == input.Invalid);
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
        if (answer.Length is < AnswerOrder.Least or > AnswerOrder.Most)
        {
            errors.Add("answer", answer.Length < AnswerOrder.Least ? $"请写清答复内容，不少于 {AnswerOrder.Least} 个字。" : $"答复内容不能超过 {Numbers.Thousands(AnswerOrder.Most)} 个字，现有 {Numbers.Thousands(answer.Length)} 个字。");
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
