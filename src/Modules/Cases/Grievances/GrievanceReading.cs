using Microsoft.EntityFrameworkCore;
using Yimen.Cases.CasePage;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Grievances;

/// <summary>Reads what was typed into a record, naming each fault at its field; and turns a record into what pages show.</summary>
internal sealed class GrievanceReading(AppDb db, CountyScope scope)
{
    // enough for a story, and not a novel
    private const int MostWords = 1000;
    private const int LeastWords = 5;

    public async Task<GrievanceRecord?> Read(GrievanceInput input, FormErrors errors, GrievanceRecord onto, CancellationToken ct)
    {
        if (input.Name.Length is 0 or > 50)
        {
            errors.Add("name", input.Name.Length == 0 ? "请填写姓名，方便答复您。" : "不能超过 50 个字。");
        }

        var phone = ReadPhone(input, errors);
        if (input.Matter.Length is < LeastWords or > MostWords)
        {
            errors.Add("matter", $"请写明什么事没有办成，{LeastWords} 至 {MostWords} 字。");
        }

        var item = input.Item.Length == 0 ? null : await Item(input.Item, errors, ct);
        return errors.Count > 0 ? null : onto with
        {
            Name = input.Name,
            Phone = scope.County.Keys.Seal(phone),
            PhoneIndex = scope.County.Keys.IndexOf(phone!),
            Matter = input.Matter,
            Item = item,
            RefusedOrally = input.Refused == "true",
        };
    }

    public async Task<GrievanceView> View(Grievance g, LegalClock clock, DateOnly today, CancellationToken ct)
    {
        var units = await db.UnitRefs.AsNoTracking().Select(u => new { u.Id, u.ShortName }).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        return new()
        {
            Id = g.Id, Number = g.Number, QueryCode = g.QueryCode, Matter = g.Matter, Item = g.ItemName, ItemId = g.ItemId, Unit = units.GetValueOrDefault(g.Unit, g.Unit.Value),
            State = Label.Of(g.State), Tone = ToneOf(g.State), Channel = Label.Of(g.Channel) + (g.Window is null ? "" : " " + g.Window), Name = g.Name,
            Phone = Masking.Phone(scope.County.Keys.Open(g.Phone)), Refused = g.RefusedOrally, At = g.RecordedAt, Deadline = Deadline(g, clock, today),
            Answers = [.. g.Answers.OrderBy(a => a.At).Select(a => new AnswerView(a.Text, units.GetValueOrDefault(a.Unit, a.Unit.Value), a.ByName, a.At))],
            Cause = g.Cause.Length == 0 ? "" : GrievanceRules.NameOf(g.Cause), Measure = g.Measure, Version = g.Trail.Count,
            Timeline = await CaseTimeline.OfMatter(db, g.Ref, ct),
        };
    }

    public string Phone(Grievance g) => scope.County.Keys.Open(g.Phone) ?? "无法解密：缺少密钥";

    public static DeadlineView Deadline(Grievance g, LegalClock clock, DateOnly today)
    {
        if (g.State is GrievanceState.Answered or GrievanceState.Closed)
        {
            return new(g.FirstDue, null, g.FirstAnsweredOn <= g.FirstDue ? DeadlineState.Met : DeadlineState.MetLate);
        }

        if (g.State == GrievanceState.Declined)
        {
            return new(null, null, DeadlineState.None);
        }

        var limit = GrievanceRules.Limit(g.RecordedOn);
        var left = clock.Remaining(g.CountedFrom, limit, null, 0, today);
        var state = today > g.Due ? DeadlineState.Overdue : today == g.Due ? DeadlineState.Today : left <= 1 ? DeadlineState.Soon : DeadlineState.Running;
        return new(g.Due, Math.Abs(left), state, $"/calendar/explain?from={g.CountedFrom:yyyy-MM-dd}&days={limit.Days}&kind=working");
    }

    public static Tone ToneOf(GrievanceState state) => state switch
    {
        GrievanceState.Recorded or GrievanceState.Dispatched => Tone.Warn,
        GrievanceState.Answered => Tone.Active,
        GrievanceState.Closed => Tone.Good,
        _ => Tone.Neutral,
    };

    private static string? ReadPhone(GrievanceInput input, FormErrors errors)
    {
        if (Kernel.Phone.TryParse(input.Phone, out var phone, out var fault))
        {
            return phone.Value;
        }

        errors.Add("phone", fault);
        return null;
    }

    // a few words may fit many items: then they stay as they were typed, and the centre finds out which is meant
    private async Task<(Guid? Id, string Name)?> Item(string typed, FormErrors errors, CancellationToken ct)
    {
        var found = await db.ItemRefs.AsNoTracking().Where(i => i.Current != null && (i.Name == typed || i.Name.Contains(typed))).OrderBy(i => i.Name.Length).ThenBy(i => i.Id)
            .Select(i => new { i.Id, i.Name }).Take(2).ToListAsync(ct);
        if (found.Count > 0)
        {
            return found.Count == 1 || found[0].Name == typed ? (found[0].Id, found[0].Name) : (null, typed);
        }

        errors.Add("item", "没有叫这个名称的事项。不知道名称的可以不填。");
        return null;
    }
}

/// <summary>A grievance as pages show it.</summary>
public sealed record GrievanceView
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string QueryCode { get; init; }

    public required string Matter { get; init; }

    public required string Item { get; init; }

    public required Guid? ItemId { get; init; }

    public required string Unit { get; init; }

    public required string State { get; init; }

    public required Tone Tone { get; init; }

    public required string Channel { get; init; }

    public required string Name { get; init; }

    public required string Phone { get; init; }

    public required bool Refused { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DeadlineView Deadline { get; init; }

    public required IReadOnlyList<AnswerView> Answers { get; init; }

    public required string Cause { get; init; }

    public required string Measure { get; init; }

    public required int Version { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    public IReadOnlyList<VerbLink> Verbs { get; init; } = [];

    public bool CanUnmask { get; init; }

    public string Href => $"/desk/grievances/{Id}";
}

public sealed record AnswerView(string Text, string Unit, string Who, DateTimeOffset At);
