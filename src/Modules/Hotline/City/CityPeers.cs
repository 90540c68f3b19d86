using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;

namespace Yimen.Hotline.City;

/// <summary>The city's platform of each county: as it is set up, or in a demo that has none set up the stand-in of this process.</summary>
internal sealed class CityPeers(IConfiguration settings)
{
    private readonly ConcurrentDictionary<string, CitySettings> played = new();

    /// <summary>How a county's platform is reached and known. What is set up comes first: a stand-in never takes the place of a real platform.</summary>
    public CitySettings Of(string county) => CitySettings.Of(settings, county) is var real && real.IsEmpty && played.TryGetValue(county, out var standIn) ? standIn : real;

    /// <summary>From now on a stand-in plays the county's platform.</summary>
    public void Play(string county, CitySettings standIn) => played[county] = standIn;
}
