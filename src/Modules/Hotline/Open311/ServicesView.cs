using Yimen.Kernel;

namespace Yimen.Hotline.Open311;

public sealed record ServiceRow(string Code, string Name, bool Public, string Type, string Group, string Asks, string Why, DateOnly From);

public sealed record DoorRow(string Name, bool Content, string Why, DateOnly From);

/// <summary>What is published, by which rule and since when.</summary>
public sealed record ServicesView(IReadOnlyList<ServiceRow> Services, IReadOnlyList<DoorRow> Doors)
{
    internal static ServicesView On(DateOnly day, OrderCodes codes) => new(
        [.. GeoService.On(day, codes).Select(s => new ServiceRow(s.Code, s.Name, s.Public, s.Public ? Label.Of(s.OrderType) : "", s.Group, string.Join("、", s.Asks.Where(a => a.Variable).Select(a => a.Required ? $"{a.Description}（必填）" : a.Description)), s.Why, s.From))],
        [.. GeoDoor.On(day).Select(d => new DoorRow(Label.Of(d.Door), d.Content, d.Why, d.From))]);
}
