using Microsoft.Extensions.Configuration;

namespace Yimen.Hotline.City;

/// <summary>How the city's platform is reached and known: <c>Hotline:City</c>, or for one county <c>Hotline:440281:City</c>.</summary>
internal sealed record CitySettings
{
    /// <summary>Where its messages go; empty: they wait.</summary>
    public string Url { get; init; } = "";

    /// <summary>Shared by both sides, 32 characters at least; empty: nobody is let in.</summary>
    public string Secret { get; init; } = "";

    /// <summary><c>off</c>: no stand-in plays the platform in a demo world.</summary>
    public string StandIn { get; init; } = "";

    public bool IsEmpty => Url.Length == 0 && Secret.Length == 0;

    public static CitySettings Of(IConfiguration settings, string county) =>
        (settings.GetSection($"Hotline:{county}:City") is { } own && own.Exists() ? own : settings.GetSection("Hotline:City")).Get<CitySettings>() ?? new();
}
