using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.City.StandIn;
using Yimen.Platform.Delivery;

namespace Yimen.Hotline.City;

/// <summary>The exchange with the city's platform, and who plays it in a demo.</summary>
internal static class CitySlices
{
    public static IServiceCollection AddCity(this IServiceCollection services)
    {
        services.AddSingleton<CityPeers>().AddScoped<CityOutbox>().AddScoped<CityInbox>().AddScoped<CityGate>().AddSingleton<ILetterCarrier, CityCarrier>();
        return services.AddHostedService<CityStandInService>();
    }
}
