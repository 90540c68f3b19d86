using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Files;
using Yimen.Hotline.Limits;
using Yimen.Hotline.OrderPage;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Dispatches;

/// <summary>A dispatch as a program sends it.</summary>
public sealed record DispatchInput(
    [property: Required(ErrorMessage = "请填写诉求类型 type。")] OrderType? Type,
    [property: Required(ErrorMessage = "请填写内容分类 contentClass。"), MaxLength(6, ErrorMessage = "内容分类为 6 位。")] string? ContentClass,
    [property: Required(ErrorMessage = "请填写主办单位 unit。"), MaxLength(40, ErrorMessage = "单位代码不能超过 40 个字符。")] string? Unit,
    [property: Required(ErrorMessage = "请填写派单依据 basis。"), MaxLength(200, ErrorMessage = "派单依据不能超过 200 个字。")] string? Basis)
{
    public Urgency Urgency { get; init; } = Urgency.Ordinary;

    /// <summary>协办单位.</summary>
    [MaxLength(10, ErrorMessage = "协办单位最多 10 个。")]
    public IReadOnlyList<string>? Assisting { get; init; }

    [MaxLength(40, ErrorMessage = "热点标签不能超过 40 个字。")]
    public string? Topic { get; init; }

    /// <summary>Twelve digits of the division where it happened; empty keeps what stands.</summary>
    [MaxLength(12, ErrorMessage = "区划代码为 12 位。")]
    public string? Area { get; init; }
}

/// <summary>派单 — type, class, urgency and units in one form; the county's last day follows from them.</summary>
internal static class DispatchOrder
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}/dispatch", async (HttpContext http, Guid id, OrderDesk desk, Dispatching dispatching, CancellationToken ct) =>
        {
            var found = await desk.Find(http, id, OrderPermissions.Dispatch, ct);
            OrderLifecycle.Table.After(found.State, OrderVerb.Dispatch);
            return Page.Of<DispatchPage>(http, await dispatching.View(http, found, new(), ct));
        }).RequirePermission(OrderPermissions.Dispatch);
        app.MapPost("/desk/orders/{id:guid}/dispatch", Post).RequirePermission(OrderPermissions.Dispatch);
        app.MapPost("/api/v1/orders/{id:guid}/dispatch", async (HttpContext http, Guid id, DispatchInput input, OrderDesk desk, Dispatching dispatching, CancellationToken ct) =>
            await desk.ChangeByApi(http, id, OrderPermissions.Dispatch, await dispatching.Change(input, ct), ct)).RequirePermission(OrderPermissions.Dispatch).Described("派单：一个主办单位，若干协办单位");
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, OrderDesk desk, Dispatching dispatching, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (DispatchForm.Read(http, errors) is not { } input || await dispatching.Faults(input, errors, ct))
        {
            return Page.Again<DispatchPage>(http, await dispatching.View(http, await desk.Find(http, id, OrderPermissions.Dispatch, ct), errors, ct));
        }

        return await KeptForm.Try(errors,
            async () =>
            {
                var done = await desk.Change(http, id, OrderPermissions.Dispatch, await dispatching.Change(input, ct) with { Version = http.Request.SeenVersion, Seen = form["seen"].FirstOrDefault(), Typed = OrderTyped.Of(form) }, ct);
                var notice = done is null ? "已派单。" : $"{done.Number} 已派给{await dispatching.NameOf(done.Unit!.Value, ct)}，县办结期限 {Dates.Day(done.Due!.Value)}。";
                return Page.Then(http, form["next"] == "queue" ? "/desk/orders/dispatching" : $"/desk/orders/{id}", notice);
            },
            async status => Page.Of<DispatchPage>(http, await dispatching.View(http, await desk.Find(http, id, OrderPermissions.Dispatch, ct), errors, ct), status),
            ("basis", "basis"), ("reported-unit", "unit"), ("lead-assists", "assisting"), ("class-ended", "class"), ("unknown-unit", "unit"), KeptForm.AnyRule);
    }

    /// <summary>The use case that the form, the screen and the API share.</summary>
    internal sealed class Dispatching(AppDb db, OrderDesk desk, OrderHints hints, PermissionTable table)
    {
        public async Task<OrderChange> Change(DispatchInput input, CancellationToken ct)
        {
            var errors = new FormErrors();
            if (await Faults(input, errors, ct))
            {
                throw new RuleViolation("unknown-unit", errors.First().Message);
            }

            return new((o, by) => o.Dispatch(
                new(input.Type!.Value, InUse(input.ContentClass!, o, by), input.Urgency, new(input.Unit!), [.. (input.Assisting ?? []).Where(u => u.Length > 0).Distinct().Select(u => new UnitId(u))], input.Basis!)
                {
                    Topic = input.Topic ?? "", Area = string.IsNullOrEmpty(input.Area) ? null : new(input.Area), Terms = by.Limits.Terms(input.Type.Value), Signing = by.Limits.Signing,
                }, by.Act, by.Clock));
        }

        /// <summary>Whether a unit or class is not one of ours; each named at its field.</summary>
        public async Task<bool> Faults(DispatchInput input, FormErrors errors, CancellationToken ct)
        {
            var units = (await db.UnitRefs.AsNoTracking().Where(u => !u.Closed).Select(u => u.Id).ToListAsync(ct)).Select(u => u.Value).ToHashSet();
            var members = await ListContacts.Members(db, ct);
            if (!units.Contains(input.Unit ?? ""))
            {
                errors.Add("unit", "没有这个主办单位，请从列表中选择。");
            }
            else if (!members.Contains(input.Unit!))
            {
                errors.Add("unit", "这个单位没有热线联络员，派去无人签收。请派给它的主管单位或者所在镇街，或者先请管理员设定联络员。");
            }

            foreach (var unknown in (input.Assisting ?? []).Where(u => u.Length > 0 && !(units.Contains(u) && members.Contains(u))))
            {
                errors.Add("assisting", units.Contains(unknown) ? $"协办单位“{unknown}”没有热线联络员，派去无人反馈。" : $"没有协办单位“{unknown}”，请从列表中选择。");
            }

            var area = new AreaCode(input.Area ?? "");
            if (!string.IsNullOrEmpty(input.Area) && !await db.DivisionRefs.AnyAsync(d => d.Code == area, ct))
            {
                errors.Add("area", "没有这个区划，请从列表中选择。");
            }

            if (!(await desk.Codes(ct)).KnewClass(input.ContentClass, DateOnly.MaxValue))
            {
                errors.Add("class", "请选择内容分类。");
            }

            return errors.Count > 0;
        }

        // chosen is what was in use when the order came in, or is today
        private static string InUse(string contentClass, WorkOrder o, OrderAct by) => by.Codes.HasClass(contentClass, o.ReceivedOn) || by.Codes.HasClass(contentClass, by.Act.Today)
            ? contentClass
            : throw new RuleViolation("class-ended", $"内容分类 {contentClass} 在 {o.ReceivedOn:yyyy-MM-dd} 受理本单时和今天都没有在用，请另选一个。");

        public async Task<string> NameOf(UnitId unit, CancellationToken ct) => await db.UnitRefs.Where(u => u.Id == unit).Select(u => u.ShortName).FirstOrDefaultAsync(ct) ?? unit.Value;

        public async Task<DispatchView> View(HttpContext http, WorkOrder o, FormErrors errors, CancellationToken ct)
        {
            var by = await desk.ActBy(http.Act(), ct);
            var known = await hints.Of(o, by, ct);
            return new(await OrderPages.View(http, o, desk, errors, ct), await DispatchForm.Fields(db, o, ct), DispatchForm.Advised(DispatchForm.Typed(http, o), http, known), DispatchForm.Dues(o, by), known)
            {
                Said = [.. DispatchForm.Said(o)], Enclosed = CallerFiles.ShownTo(http.Visitor, o, table) ? [.. o.Files.Where(f => f.FromCaller).OrderBy(f => f.At).ThenBy(f => f.Name, StringComparer.Ordinal).Select(f => new FileRow(f.Name, $"{o.Href}/files/{f.FileId}"))] : [],
            };
        }
    }
}

/// <summary>The dispatcher's form with what helps to fill it.</summary>
public sealed record DispatchView(OrderVerbView Order, DispatchChoices Choices, DispatchTyped Typed, IReadOnlyList<TypeDueRow> Dues, HintsView Hints)
{
    /// <summary>What else the caller said: what should be done, where, by when the city wants it.</summary>
    public IReadOnlyList<FactRow> Said { get; init; } = [];

    /// <summary>附件 of the caller, for who may see them.</summary>
    public IReadOnlyList<FileRow> Enclosed { get; init; } = [];
}

/// <summary>What may be chosen.</summary>
public sealed record DispatchChoices(IReadOnlyList<Choice> Classes, IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Areas);

/// <summary>What stands in the fields.</summary>
public sealed record DispatchTyped(string Type, string Class, string Urgency, string Unit, IReadOnlyList<string> Assisting, string Topic, string Basis, string Area);

/// <summary>The county's last day if the order is of this type.</summary>
public sealed record TypeDueRow(string Type, DateOnly Due, int Days);
