using Yimen.Hotline.Contracts;
using Yimen.Platform.Codes;

namespace Yimen.Hotline.Open311;

/// <summary>公开事项 — a content class as others see it: may it be published, and what is asked of who reports it. Dated, beside the classes themselves (<c>open311-services.json</c> and, over it, the county's <see cref="ServiceBook"/>).</summary>
/// <param name="Code">Six digits of the content classes.</param>
/// <param name="Public">Offered to others and told to anybody. What touches persons and households is not.</param>
/// <param name="Why">On what that rests, or why it is not published.</param>
/// <param name="Type">诉求类型 of what is reported.</param>
internal sealed record GeoService(
    string Code, DateOnly From, bool Public, string Why = "", string Group = "", string Keywords = "", string Type = "", string Description = "", IReadOnlyList<GeoAttribute>? Attributes = null)
{
    /// <summary>What ships with the program.</summary>
    public static readonly IReadOnlyList<GeoService> Shipped = DataFile.Read<GeoService>("open311-services");

    /// <summary>The name of the class on the day asked for.</summary>
    public string Name { get; init; } = "";

    public OrderType OrderType => Enum.Parse<OrderType>(Type);

    public IReadOnlyList<GeoAttribute> Asks => Attributes ?? [];

    public GeoNode Line => new GeoObject(
        ("service_code", Code), ("service_name", Name), ("description", Description), ("metadata", Asks.Count > 0), ("type", "realtime"), ("keywords", Keywords), ("group", Group));

    public GeoNode Definition => new GeoObject(("service_code", Code), ("attributes", new GeoList("attribute", [.. Asks.Select((a, at) => a.Node(at + 1))])));
}

/// <summary>公开渠道 — a door's word on publication (<see cref="OrderCodeTables.Doors"/>).</summary>
internal sealed record GeoDoor(OrderSource Door, DateOnly From, bool Content, string Why)
{
    public static GeoDoor Of(DatedCode row) => new(Enum.Parse<OrderSource>(row.Code), row.From, row.Detail == OrderCodeTables.ShowsContent, row.Name);
}
