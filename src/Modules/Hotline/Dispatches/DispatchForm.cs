using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.OrderPage;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Dispatches;

/// <summary>Reads and fills the dispatcher's form.</summary>
internal static class DispatchForm
{
    /// <summary>What was typed; null with each gap named at its field.</summary>
    public static DispatchInput? Read(HttpContext http, FormErrors errors)
    {
        var form = http.Request.Form;
        var type = Enum.TryParse<OrderType>(form["type"], out var t) && Enum.IsDefined(t) ? t : (OrderType?)null;
        var urgency = Enum.TryParse<Urgency>(form["urgency"], out var u) && Enum.IsDefined(u) ? u : Urgency.Ordinary;
        var (contentClass, unit, basis) = (Code(http.Request.Text("class", 60)), Code(http.Request.Text("unit", 60)), http.Request.Text("basis", 200));
        if (type is null)
        {
            errors.Add("type", "请选择诉求类型。");
        }

        if (unit.Length == 0)
        {
            errors.Add("unit", "请选择主办单位。");
        }

        if (basis.Length == 0)
        {
            errors.Add("basis", "请写明派单依据，例如：职责、类似工单或者协调决定。");
        }

        return errors.Count > 0 ? null : new(type, contentClass, unit, basis) { Urgency = urgency, Assisting = [.. Assisting(form)], Topic = http.Request.Text("topic", 40), Area = Code(http.Request.Text("area", 12)) };
    }

    public static async Task<DispatchChoices> Fields(AppDb db, WorkOrder o, CancellationToken ct)
    {
        // whoever has no liaison has nobody to sign
        var members = await ListContacts.Members(db, ct);
        var units = await db.UnitRefs.AsNoTracking().Where(u => !u.Closed && u.Id != o.ReportedUnit).OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new { u.Id, u.ShortName, u.Kind }).ToListAsync(ct);
        return new((await db.OrderCodes(ct)).ClassChoices(o.ReceivedOn), [.. units.Where(u => members.Contains(u.Id.Value)).Select(u => new Choice(u.Id.Value, u.ShortName, null, Label.Of(u.Kind)))], await PlaceHints.Tree(db, ct));
    }

    public static DispatchTyped Typed(HttpContext http, WorkOrder o)
    {
        if (http.Request.HasFormContentType)
        {
            var form = http.Request.Form;
            string Of(string name) => form[name].FirstOrDefault() ?? "";
            return new(Of("type"), Of("class"), Of("urgency"), Of("unit"), [.. Assisting(form)], Of("topic"), Of("basis"), Of("area"));
        }

        // a meeting's decision, or the unit that the last one proposed, comes first
        var decided = o.Coordinations.Where(c => c.Lead is not null).MaxBy(c => c.DecidedAt);
        var proposed = o.Returns.Where(r => r.Granted == true).MaxBy(r => r.AnsweredAt);
        return new(o.Type.ToString(), o.ContentClass, o.Urgency.ToString(), decided?.Lead?.Value ?? proposed?.Proposed.Value ?? "", [], o.Topic,
            decided is not null ? $"协调决定：{decided.Decision}" : proposed is not null ? proposed.Basis : "", o.Area.Value);
    }

    /// <summary>Where nothing was settled for this very order, what a rule settled for its like stands in the fields, and the one division that it names where nobody said any.</summary>
    public static DispatchTyped Advised(DispatchTyped typed, HttpContext http, HintsView known)
    {
        if (http.Request.HasFormContentType)
        {
            return typed;
        }

        typed = typed.Unit.Length == 0 && known.Rules is [var rule, ..] ? typed with { Unit = rule.Unit, Basis = rule.Basis } : typed;
        return typed.Area.EndsWith("000000", StringComparison.Ordinal) && known.Places is [var place] ? typed with { Area = place.Code } : typed;
    }

    /// <summary>What the dispatcher reads besides title and story.</summary>
    public static IEnumerable<FactRow> Said(WorkOrder o)
    {
        (string Term, string Value)[] facts = [("要求", o.Appeal), ("地址", o.Address), ("来源", Label.Of(o.Source)), ("市平台期限", o.CityDue is { } city ? Dates.Day(city) : ""), ("保密", o.Secret ? "诉求人要求保密" : "")];
        return facts.Where(f => f.Value.Length > 0).Select(f => new FactRow(f.Term, f.Value)).Concat(o.Supplements.OrderBy(s => s.At).Select(s => new FactRow($"{Label.Of(s.By)}补充", s.Text)));
    }

    /// <summary>The county's last day for each type, so that it shows before the form is posted.</summary>
    public static IReadOnlyList<TypeDueRow> Dues(WorkOrder o, OrderAct by) => [.. Enum.GetValues<OrderType>().Select(type =>
    {
        var days = by.Limits.Terms(type).LimitDays;
        var limit = o.CityDue is { } city ? Math.Min(days, Math.Max(0, by.Clock.Consumed(o.CountedFrom, city) - by.Limits.Terms(type).LeadDays)) : days;
        return new TypeDueRow(Label.Of(type), by.Clock.Due(o.CountedFrom, Period.Working(limit))!.Value, limit);
    })];

    private static IEnumerable<string> Assisting(IFormCollection form) => form["assisting"].Concat(form["assisting2"]).Select(v => Code(v ?? "")).Where(v => v.Length > 0);

    // a list field may post 010101 道路破损: the code is its first word
    private static string Code(string typed) => typed.Split(' ', 2)[0];
}
