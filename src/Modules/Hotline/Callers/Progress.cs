using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Files;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Visits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Callers;

/// <summary>诉求进度 — number and query code open it without an account: to read, to add, to rate. Wrong number and wrong code are answered alike.</summary>
internal static class Progress
{
    public const string Here = "/orders/progress";
    private const string Wrong = "没有查到。请核对工单编号和查询码。";
    private const int MostAdded = 2000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).AllowAnonymous();
        app.MapPost(Here + "/supplement", Supplement).AllowAnonymous().TakesFiles();
        app.MapPost(Here + "/rating", Rate).AllowAnonymous();
    }

    private static async Task<IResult> Show(HttpContext http, string? number, string? code, Reading reading, CancellationToken ct)
    {
        // what one person looked up at the hall's machine is not for the next
        (http.Response.Headers.CacheControl, http.Response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        var (asked, given, errors) = (Tidy(number, 20), Tidy(code, 12), new FormErrors());
        if (asked.Length == 0 || given.Length == 0)
        {
            return Page.Of<ProgressPage>(http, new ProgressView(asked, given, null, errors));
        }

        return await reading.Find(http, asked, given, errors, ct) is { } found
            ? Page.Of<ProgressPage>(http, new ProgressView(asked, given, await reading.View(found, ct), errors))
            : Page.Of<ProgressPage>(http, new ProgressView(asked, given, null, errors), reading.TooOften ? StatusCodes.Status429TooManyRequests : StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Supplement(HttpContext http, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var (text, kept) = (http.Request.Text("text", MostAdded), (IReadOnlyList<ReceivedFile>)[]);
        var doorkeeper = await reading.Doorkeeper(http.Act().Today, ct);
        return await Act(http, reading, async (found, errors) =>
        {
            if (text.Length < 2)
            {
                errors.Add("text", "请写明要补充的内容。");
            }
            else if (doorkeeper.Abusive(text))
            {
                errors.Add("text", "您的心情我们理解。请去掉辱骂性的字句再提交。");
            }

            kept = await reading.Keep(http, form, found, errors, ct);
        }, (o, by) =>
        {
            o.Supplement(SupplementBy.Caller, text, by.Act);
            reading.Enclose(kept, o, by);
        }, "已补充，承办单位可以看到。", ct);
    }

    private static async Task<IResult> Rate(HttpContext http, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var attitude = Enum.TryParse<Attitude>(form["attitude"], out var a) && Enum.IsDefined(a) ? a : (Attitude?)null;
        var result = Enum.TryParse<CallerResult>(form["result"], out var r) && Enum.IsDefined(r) ? r : (CallerResult?)null;
        return await Act(http, reading, (_, errors) =>
        {
            if (attitude is null)
            {
                errors.Add("attitude", "请评价办理态度。");
            }

            if (result is null)
            {
                errors.Add("result", "请评价办理结果。");
            }

            return Task.CompletedTask;
        }, (o, by) => o.Rate(attitude!.Value, result!.Value, http.Request.Text("note", 500), by.Act), "谢谢您的评价。", ct);
    }

    private static async Task<IResult> Act(HttpContext http, Reading reading, Func<WorkOrder, FormErrors, Task> read, Action<WorkOrder, OrderAct> verb, string notice, CancellationToken ct)
    {
        var (number, code, errors) = (Tidy(http.Request.Form["number"], 20), Tidy(http.Request.Form["code"], 12), new FormErrors());
        if (await reading.Find(http, number, code, errors, ct) is not { } found)
        {
            return Page.Of<ProgressPage>(http, new ProgressView(number, code, null, errors), reading.TooOften ? StatusCodes.Status429TooManyRequests : StatusCodes.Status404NotFound);
        }

        await read(found, errors);
        if (errors.Count > 0)
        {
            return Page.Again<ProgressPage>(http, new ProgressView(number, code, await reading.View(found, ct), errors) { Typed = http.Request.Form.ToDictionary(f => f.Key, f => f.Value.FirstOrDefault() ?? "") });
        }

        await reading.Change(http, found.Id, verb, ct);
        return Page.Then(http, $"{Here}?number={number}&code={code}", notice);
    }

    // typed from paper: spaces and lower case do not matter
    private static string Tidy(string? text, int most)
    {
        var tidy = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return tidy.Length > most ? tidy[..most] : tidy;
    }

    /// <summary>Finds and changes an order for whoever holds its number and code.</summary>
    internal sealed class Reading(AppDb db, Writer writer, OrderDesk desk, OrderTries tries, CountyScope scope, CallerFiles files)
    {
        public bool TooOften { get; private set; }

        public async Task<Doorkeeper> Doorkeeper(DateOnly day, CancellationToken ct) => (await desk.Codes(ct)).Doorkeeper(day);

        public async Task<WorkOrder?> Find(HttpContext http, string number, string code, FormErrors errors, CancellationToken ct)
        {
            var (county, address) = (scope.County.Code, http.Connection.RemoteIpAddress?.ToString());
            if (!tries.Take(county, address, number, code))
            {
                TooOften = true;
                errors.Add("", "查询过于频繁，请 5 分钟后再试。");
                return null;
            }

            var found = await db.Orders.AsNoTracking().Whole.FirstOrDefaultAsync(o => o.Number == number, ct);
            if (Same(found?.QueryCode ?? "", code) && found is not null)
            {
                tries.Prove(county, address, number, code);
                return found;
            }

            errors.Add("", Wrong);
            return null;
        }

        public async Task<IReadOnlyList<ReceivedFile>> Keep(HttpContext http, IFormCollection form, WorkOrder found, FormErrors errors, CancellationToken ct) =>
            errors.Count > 0 ? [] : await files.Receive(form, found, await desk.LimitsOn(http.Act().Today, ct), errors, ct);

        public void Enclose(IReadOnlyList<ReceivedFile> kept, WorkOrder o, OrderAct by) => files.Enclose(kept, o, by);

        public async Task Change(HttpContext http, Guid id, Action<WorkOrder, OrderAct> verb, CancellationToken ct)
        {
            var by = await desk.ActBy(http.Act(), ct);
            await writer.Write(by.Act, http.IdempotencyKey, async () =>
            {
                var found = (await db.LoadOrder(id, ct))!;
                await desk.Carry(found, (o, b) =>
                {
                    verb(o, b);
                    return Task.CompletedTask;
                }, by, ct);
                return true;
            }, ct);
        }

        public async Task<TheirOrderView> View(WorkOrder o, CancellationToken ct)
        {
            var unit = o.Unit is { } id ? await db.UnitRefs.Where(u => u.Id == id).Select(u => u.Name).FirstOrDefaultAsync(ct) : null;
            var (state, tone) = Words(o);
            var told = o.Released;
            return new()
            {
                Number = o.Number, QueryCode = o.QueryCode, Title = o.Title, State = state, Tone = tone, At = o.ReceivedAt, Unit = unit ?? "市 12345 热线办", Due = o.ClosedOn is null ? o.Due : null, Content = o.Content,
                Added = [.. o.Supplements.Where(s => s.By == SupplementBy.Caller).OrderBy(s => s.At).Select(s => s.Text)], Files = [.. o.Files.Where(p => p.FromCaller).OrderBy(p => p.At).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => p.Name)],
                MostFiles = (await desk.LimitsOn(ChinaTime.DateOf(o.ReceivedAt), ct))[OrderLimitCode.Enclosures], Answer = told?.Text ?? (o.DirectText.Length > 0 ? o.DirectText : null),
                Outcome = told is null ? null : Label.Of(told.Outcome), Contact = told is null ? null : $"{told.ContactPerson} {told.ContactPhone}",
                Verdict = o.Attitude is { } felt ? $"态度：{Label.Of(felt)}，结果：{Label.Of(o.Result!.Value)}" : null, CanRate = o.Can(OrderVerb.Rate) && !o.Visits.Any(v => v.By == VisitBy.Caller && v.At >= (told?.ReleasedAt ?? DateTimeOffset.MinValue)),
                CanAdd = o.Can(OrderVerb.Supplement),
            };
        }

        private static (string, Tone) Words(WorkOrder o) => o.State switch
        {
            OrderState.Received or OrderState.Following or OrderState.Dispatched => ("已受理", Tone.Active),
            OrderState.Signed or OrderState.Handling => (o.Paused is null ? "办理中" : "暂停办理", Tone.Active),
            OrderState.UnitReview or OrderState.OfficeReview => ("办理中", Tone.Active),
            OrderState.FollowUp => ("已答复", Tone.Good),
            OrderState.ReturnedToCity => ("已退回市平台另派", Tone.Neutral),
            _ => ("已办结", Tone.Good),
        };

        private static bool Same(string stands, string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stands), Encoding.UTF8.GetBytes(given));
    }
}
