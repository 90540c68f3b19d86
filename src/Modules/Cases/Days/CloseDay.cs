using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Days;

/// <summary>日结 — case by case the clerk says where the paper is, counts the drawer, and closes.</summary>
internal static class CloseDay
{
    private const string Here = "/desk/days/new";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(CounterPermissions.CloseDay);
        app.MapPost(Here, Post).RequirePermission(CounterPermissions.CloseDay);
    }

    private static async Task<IResult> Show(HttpContext http, string? window, string? day, Reading reading, CounterWindows windows, CancellationToken ct) =>
        Page.Of<CloseDayPage>(http, await reading.View(http, new DayInput { Window = window ?? await windows.Usual(http, ct), Day = day ?? "" }, new(), ct));

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var (input, errors) = (DayInput.From(form), new FormErrors());
        return await KeptForm.Try(errors,
            async () => await reading.Handle(http, input, errors, ct) is { } closed
                ? Page.Then(http, $"/desk/days/{closed}", "已提交日结。")
                : Page.Again<CloseDayPage>(http, await reading.View(http, input, errors, ct)),
            async status => Page.Of<CloseDayPage>(http, await reading.View(http, input, errors, ct), status),
            ("not-balanced", "explanation"));
    }

    internal sealed class Reading(AppDb db, Writer writer, IdSource ids, CounterWindows windows)
    {
        public async Task<Guid?> Handle(HttpContext http, DayInput input, FormErrors errors, CancellationToken ct)
        {
            var act = http.Act();
            var window = await windows.Find(http, input.Window, errors, ct);
            var day = input.DayOr(act.Today);
            if (day > act.Today)
            {
                errors.Add("day", "不能给以后的日子日结。");
            }

            if (!int.TryParse(input.Counted, out var counted) || counted is < 0 or > 10_000)
            {
                errors.Add("counted", "请数一数抽屉里实际有几件，填写数字，没有填 0。");
            }

            if (window is null || errors.Count > 0)
            {
                return null;
            }

            return await writer.Write(act, http.IdempotencyKey, async () =>
            {
                var lines = await Lines(act.By.AccountId, window.Code, day, input.Places, ct);
                var count = new DayCount([.. lines.Select(l => new DayLine { CaseId = l.CaseId, CaseNumber = l.Number, ItemName = l.Item, Place = l.Place })], counted, input.Explanation);
                var before = await db.DayClosings.Include(d => d.Lines).FirstOrDefaultAsync(d => d.Day == day && d.Window == window.Code && d.ById == act.By.AccountId, ct);
                if (before is not null)
                {
                    before.Redo(count, act);
                    return before.Id;
                }

                var closing = DayClosing.Close(ids.NewId(act.Now), day, window, count, act);
                db.Add(closing);
                return closing.Id;
            }, ct);
        }

        public async Task<CloseDayView> View(HttpContext http, DayInput input, FormErrors errors, CancellationToken ct)
        {
            var (me, today) = (http.Visitor.Actor.AccountId, http.Act().Today);
            var (choices, day) = (await windows.Choices(http, ct), input.DayOr(today));
            var lines = input.Window.Length == 0 ? [] : await Lines(me, input.Window, day, input.Places, ct);
            var closed = await db.DayClosings.AsNoTracking().Where(d => d.Day == day && d.Window == input.Window && d.ById == me && d.State != DayState.SentBack).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);
            return new(day, lines, choices, closed, input, errors);
        }

        // what the program knows goes before what the clerk says
        private async Task<List<DayCaseRow>> Lines(Guid me, string window, DateOnly day, IReadOnlyDictionary<Guid, PaperPlace> said, CancellationToken ct)
        {
            var cases = await db.TakenIn(me, window, day).AsNoTracking().OrderBy(c => c.Number).ThenBy(c => c.Id).Select(c => new { c.Id, c.Number, c.ItemName, c.Applicant.Name }).ToListAsync(ct);
            var known = await PaperPlaces.Known(db, [.. cases.Select(c => c.Id)], day, ct);
            return [.. cases.Select(c => new DayCaseRow(c.Id, c.Number, c.ItemName, Masking.Party(c.Name), known.TryGetValue(c.Id, out var place) ? place : said.GetValueOrDefault(c.Id), known.ContainsKey(c.Id)))];
        }
    }
}

/// <summary>What the clerk said and counted.</summary>
public sealed record DayInput
{
    public string Window { get; init; } = "";

    public string Day { get; init; } = "";

    public string Counted { get; init; } = "";

    public string Explanation { get; init; } = "";

    internal IReadOnlyDictionary<Guid, PaperPlace> Places { get; init; } = new Dictionary<Guid, PaperPlace>();

    public static DayInput From(IFormCollection form) => new()
    {
        Window = form["window"].FirstOrDefault() ?? "", Day = form["day"].FirstOrDefault() ?? "", Counted = form["counted"].FirstOrDefault()?.Trim() ?? "",
        Explanation = form["explanation"].FirstOrDefault()?.Trim() ?? "",
        Places = form.Keys.Where(k => k.StartsWith("place-", StringComparison.Ordinal) && Guid.TryParse(k[6..], out _))
            .ToDictionary(k => Guid.Parse(k[6..]), k => Enum.TryParse<PaperPlace>(form[k].FirstOrDefault(), out var place) && place is PaperPlace.Drawer or PaperPlace.Returned ? place : PaperPlace.Unknown),
    };

    internal DateOnly DayOr(DateOnly today) => DateOnly.TryParse(Day, out var day) ? day : today;
}

public sealed record DayCaseRow
{
    internal DayCaseRow(Guid caseId, string number, string item, string applicant, PaperPlace place, bool known) =>
        (CaseId, Number, Item, Applicant, Place, Known) = (caseId, number, item, applicant, place, known);

    public Guid CaseId { get; }

    public string Number { get; }

    public string Item { get; }

    public string Applicant { get; }

    internal PaperPlace Place { get; }

    /// <summary>The program knows it; the clerk need not say.</summary>
    public bool Known { get; }
}

/// <param name="Closed">The closing that stands already.</param>
public sealed record CloseDayView(DateOnly Day, IReadOnlyList<DayCaseRow> Lines, IReadOnlyList<Choice> Windows, Guid? Closed, DayInput Input, FormErrors Errors);
