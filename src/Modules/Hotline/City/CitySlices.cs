using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.City.StandIn;
using Yimen.Platform.Delivery;
using Yimen.Platform.Jobs;

namespace Yimen.Hotline.City;

/// <summary>The exchange with the city's platform, and who plays it in a demo.</summary>
internal static class CitySlices
{
    public static IServiceCollection AddCity(this IServiceCollection services)
    {
        services.AddSingleton<CityPeers>().AddScoped<CityOutbox>().AddScoped<CityInbox>().AddScoped<CityGate>().AddSingleton<CityWire>().AddSingleton<ILetterCarrier, CityCarrier>();
        services.AddScoped<CityFiles>().AddScoped<FetchFiles>().AddEvery<FetchFiles>("city-files", TimeSpan.FromSeconds(15), (files, now, ct) => files.Run(now, ct));
        return services.AddHostedService<CityStandInService>();
    }
}
