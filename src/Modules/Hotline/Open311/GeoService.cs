using Yimen.Hotline.Contracts;

namespace Yimen.Hotline.Open311;

/// <summary>公开事项 — a content class as others see it: may it be published, and what is asked of who reports it. Dated, beside the classes themselves (<c>open311-services.json</c>).</summary>
/// <param name="Code">Six digits of the content classes.</param>
/// <param name="Public">Offered to others and told to anybody. What touches persons and households is not.</param>
/// <param name="Why">On what that rests, or why it is not published.</param>
/// <param name="Type">诉求类型 of what is reported.</param>
internal sealed record GeoService(
    string Code, DateOnly From, bool Public, string Why = "", string Group = "", string Keywords = "", string Type = "", string Description = "", IReadOnlyList<GeoAttribute>? Attributes = null)
{
    public static readonly IReadOnlyList<GeoService> All = DataFile.Read<GeoService>("open311-services");

    /// <summary>The name of the class on the day asked for.</summary>
    public string Name { get; init; } = "";

    public OrderType OrderType => Enum.Parse<OrderType>(Type);

    public IReadOnlyList<GeoAttribute> Asks => Attributes ?? [];

    /// <summary>Every class in force on the day with the last rule that has begun; a class without a rule is not published.</summary>
    public static IReadOnlyList<GeoService> On(DateOnly day, OrderCodes codes) =>
        [.. codes.Classes(day).Select(c => (All.Where(s => s.Code == c.Code && s.From <= day).MaxBy(s => s.From) ?? new GeoService(c.Code, c.From, false, "没有定为公开")) with { Name = c.Name })];

    public static IReadOnlyList<GeoService> PublicOn(DateOnly day, OrderCodes codes) => [.. On(day, codes).Where(s => s.Public)];

    public GeoNode Line => new GeoObject(
        ("service_code", Code), ("service_name", Name), ("description", Description), ("metadata", Asks.Count > 0), ("type", "realtime"), ("keywords", Keywords), ("group", Group));

    public GeoNode Definition => new GeoObject(("service_code", Code), ("attributes", new GeoList("attribute", [.. Asks.Select((a, at) => a.Node(at + 1))])));
}

/// <summary>公开渠道 — whether what came through a door is shown with its content: only where whoever writes knows that it is published (<c>open311-doors.json</c>).</summary>
internal sealed record GeoDoor(string Source, DateOnly From, bool Content, string Why)
{
    public static readonly IReadOnlyList<GeoDoor> All = DataFile.Read<GeoDoor>("open311-doors");

    public OrderSource Door => Enum.Parse<OrderSource>(Source);

    public static IReadOnlyList<GeoDoor> On(DateOnly day) => [.. All.Where(d => d.From <= day).GroupBy(d => d.Source).Select(g => g.MaxBy(d => d.From)!)];
}
