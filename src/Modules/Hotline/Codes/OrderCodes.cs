using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Calls;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Open311;
using Yimen.Hotline.Reviews;
using Yimen.Platform.Codes;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Hotline;

/// <summary>The room's tables as the county has them. Each is asked for a day: an order keeps what was in force on its own.</summary>
internal sealed class OrderCodes(CodeSet set)
{
    private static readonly char[] Dividers = ['、', ' ', '，', ','];

    /// <summary>Where a county has set nothing of its own.</summary>
    public static readonly OrderCodes Shipped = new(CodeSet.Shipped);

    public IReadOnlyList<DatedCode> Classes(DateOnly day) => set.On(OrderCodeTables.Classes, day);

    public bool HasClass(string? code, DateOnly day) => Classes(day).Any(c => c.Code == code);

    /// <summary>Whether there ever was such a class, up to a day.</summary>
    public bool KnewClass(string? code, DateOnly day) => set.All(OrderCodeTables.Classes).Any(c => c.Code == code && c.From <= day);

    public string ClassName(string code, DateOnly day) => set.NameOf(OrderCodeTables.Classes, code, day);

    public IReadOnlyList<Choice> ClassChoices(DateOnly day) => [.. Classes(day).Select(c => new Choice(c.Code, $"{c.Code} {c.Name}"))];

    public IReadOnlyList<string> Grounds(DateOnly day) => [.. set.On(OrderCodeTables.Grounds, day).Select(g => g.Name)];

    public IReadOnlyList<string> Reasons(DateOnly day) => [.. set.On(OrderCodeTables.Reasons, day).Select(r => r.Name)];

    /// <summary>三级审核 — the levels by the day on which the reply was written, from below.</summary>
    public IReadOnlyList<ReviewStep> Levels(DateOnly day) => [.. set.On(OrderCodeTables.Levels, day).Select(l => new ReviewStep(l.Name, l.Detail))];

    /// <summary>As the shipped list has them, what is frequent first; the county's own after.</summary>
    public IReadOnlyList<InvalidCall> InvalidCalls(DateOnly day) => [.. set.On(OrderCodeTables.Invalid, day).OrderBy(r => Place(OrderCodeTables.Invalid, r.Code)).Select(r => new InvalidCall(r.Code, r.Name, r.Detail == OrderCodeTables.MustTell))];

    public IReadOnlyList<Unjudged> Unjudged(DateOnly day) => [.. set.On(OrderCodeTables.Unjudged, day).Select(Appraisal.Unjudged.Of)];

    public IReadOnlyList<GeoDoor> Doors(DateOnly day) => [.. set.On(OrderCodeTables.Doors, day).Select(GeoDoor.Of)];

    public Doorkeeper Doorkeeper(DateOnly day) => new(set.On(OrderCodeTables.Exclusions, day), set.On(OrderCodeTables.Abuse, day));

    /// <summary>紧急情形 — what the words advise on a day, and by which word; null where they say nothing.</summary>
    public (Urgency Urgency, string Word)? Pressing(string text, DateOnly day) => set.On(OrderCodeTables.Pressing, day)
        .Select(c => (Urgency: Enum.TryParse<Urgency>(c.Detail, out var u) ? u : Urgency.Urgent, Word: c.Name.Split(Dividers, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(w => text.Contains(w, StringComparison.Ordinal)) ?? ""))
        .Where(c => c.Word.Length > 0).OrderByDescending(c => c.Urgency).Select(c => ((Urgency, string)?)c).FirstOrDefault();

    private static int Place(CodeTable table, string code) => table.Shipped.ToList().FindIndex(s => s.Code == code) is >= 0 and var at ? at : int.MaxValue;
}

internal static class OrderCodesReading
{
    extension(AppDb db)
    {
        /// <summary>The room's tables of codes, the county's own before those shipped.</summary>
        public async Task<OrderCodes> OrderCodes(CancellationToken ct) => new(await CodeSet.Of(db, ct));

        /// <summary>For figures, which are built without waiting.</summary>
        public OrderCodes OrderCodes() => new(CodeSet.Of(db));
    }
}
