using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Devices;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Inquiries;

/// <summary>What the clerk typed and unticked.</summary>
public sealed record InquiryInput
{
    public string Window { get; init; } = "";

    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>receipt or sheet.</summary>
    public string Paper { get; init; } = "receipt";

    /// <summary>The orders of the materials that the asker has already; null while nothing was looked through.</summary>
    public IReadOnlyList<int>? Ready { get; init; }

    public string? Key { get; init; }

    public static InquiryInput From(IFormCollection form) => new()
    {
        Window = form["window"].FirstOrDefault() ?? "",
        Name = form["name"].FirstOrDefault()?.Trim() ?? "",
        Phone = form["phone"].FirstOrDefault()?.Trim() ?? "",
        Paper = form["paper"].FirstOrDefault() ?? "receipt",
        Ready = [.. form["ready"].Select(p => int.TryParse(p, out var order) ? order : 0).Where(o => o > 0)],
        Key = form["idempotencyKey"].FirstOrDefault(),
    };
}

/// <summary>一次性告知 — two touches for those who only ask: the item's 告知单, then the button; what is lacking may be unticked before.</summary>
internal static class TellAsker
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/reception/{itemId:guid}/inquiry", Show).RequirePermission(CounterPermissions.Ask);
        app.MapPost("/desk/reception/{itemId:guid}/inquiry", Post).RequirePermission(CounterPermissions.Ask);
        app.MapGet("/desk/inquiries/{id:guid}/notice", Notice).RequirePermission(CounterPermissions.ReadInquiries);
    }

    private static async Task<IResult> Show(HttpContext http, Guid itemId, Reading reading, CancellationToken ct) =>
        Page.Of<InquiryFormPage>(http, await reading.View(http, itemId, new(), new(), ct));

    private static async Task<IResult> Post(HttpContext http, Guid itemId, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var (input, errors) = (InquiryInput.From(form), new FormErrors());
        if (await reading.Handle(http, itemId, input, errors, ct) is not { } id)
        {
            return Page.Again<InquiryFormPage>(http, await reading.View(http, itemId, input, errors, ct));
        }

        CounterWindows.Remember(http, input.Window);
        return Page.Then(http, $"/desk/inquiries/{id}/notice?paper={(input.Paper == "sheet" ? "sheet" : "receipt")}&print=1");
    }

    private static async Task<IResult> Notice(HttpContext http, Guid id, string? paper, string? print, AppDb db, PermissionTable table, CancellationToken ct)
    {
        var found = await db.Inquiries.AsNoTracking().Within(http.Visitor, table, CounterPermissions.ReadInquiries).FirstOrDefaultAsync(i => i.Id == id, ct) ?? throw new NotThere();
        var guide = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/items/{found.ItemId}";
        return Page.Of<NoticePage>(http, await db.NoticeOf(found, guide, ct) with { Sheet = paper == "sheet", PrintNow = print == "1", AtCounter = http.Visitor.May(table, CasePermissions.Receive), Bridge = BridgePort.Of(http) });
    }

    internal sealed class Reading(AppDb db, Writer writer, IdSource ids, CountyScope scope, CounterWindows windows)
    {
        public async Task<Guid?> Handle(HttpContext http, Guid itemId, InquiryInput input, FormErrors errors, CancellationToken ct)
        {
            var window = await windows.Find(http, input.Window, errors, ct);
            var phone = ReadPhone(input, errors);
            if (window is null || phone is null || errors.Count > 0)
            {
                return null;
            }

            var subject = await db.SubjectOf(itemId, ct);
            var (act, keys) = (http.Act(), scope.County.Keys);
            var missing = Enumerable.Range(1, subject.Version.Content.Materials.Count).Except(input.Ready ?? []).ToList();
            var asker = new Asker(input.Name, keys.Seal(phone), phone.Length == 0 ? "" : keys.IndexOf(phone), missing);
            return await writer.Write(act, http.IdempotencyKey, () =>
            {
                var told = Inquiry.Tell(ids.NewId(act.Now), subject, window, asker, act);
                db.Add(told);
                return Task.FromResult(told.Id);
            }, ct);
        }

        public async Task<InquiryFormView> View(HttpContext http, Guid itemId, InquiryInput input, FormErrors errors, CancellationToken ct)
        {
            var subject = await db.SubjectOf(itemId, ct);
            var unit = await db.UnitRefs.Where(u => u.Id == subject.Item.Unit).Select(u => u.Name).FirstAsync(ct);
            var choices = await windows.Choices(http, ct);
            var at = input.Window.Length > 0 ? input.Window : await Usual(http, itemId, choices, ct);
            IReadOnlyList<Choice> papers = [.. subject.Version.Content.Materials.Select((m, i) => new Choice($"{i + 1}", m.Name, $"{m.Need} · {m.Copies} 份{(m.Standard.Length > 0 ? " · " + m.Standard : "")}"))];
            return new(itemId, subject.Version.Name, unit, papers, choices, input with { Window = at, Ready = input.Ready ?? [.. Enumerable.Range(1, papers.Count)] }, errors);
        }

        // where this browser last was or the clerk sits, else where the item is taken in, else the first: so that asking takes two touches
        private async Task<string> Usual(HttpContext http, Guid itemId, List<Choice> choices, CancellationToken ct)
        {
            var last = await windows.Usual(http, ct);
            if (choices.Any(c => c.Value == last))
            {
                return last;
            }

            var bound = await db.WindowBindingRefs.Where(b => b.ItemId == itemId && b.To == null).Select(b => b.Window).ToListAsync(ct);
            return (choices.Find(c => bound.Contains(c.Value)) ?? choices.FirstOrDefault())?.Value ?? "";
        }

        private static string? ReadPhone(InquiryInput input, FormErrors errors)
        {
            if (input.Name.Length > 50)
            {
                errors.Add("name", "不能超过 50 个字。");
            }

            if (input.Phone.Length == 0)
            {
                return "";
            }

            if (Phone.TryParse(input.Phone, out var phone, out var fault))
            {
                return phone.Value;
            }

            errors.Add("phone", fault);
            return null;
        }
    }
}

public sealed record InquiryFormView(Guid ItemId, string Item, string Unit, IReadOnlyList<Choice> Papers, IReadOnlyList<Choice> Windows, InquiryInput Input, FormErrors Errors);
