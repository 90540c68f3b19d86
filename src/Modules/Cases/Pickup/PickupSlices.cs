using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Jobs;

namespace Yimen.Cases.Pickup;

/// <summary>领取、快递、逾期未领: one line a slice.</summary>
internal static class PickupSlices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<HandOutResult.Handing>().AddScoped<PickupWatch>();
        services.AddModel(PickupMapping.Map).AddFigures(PickupFigures.All);
        services.AddEvery<PickupWatch>("case-pickup", TimeSpan.FromMinutes(30), (watch, now, ct) => watch.Run(now, ct));
        services.AddSingleton(new RailEntry(26, "办件", "逾期未领", "/desk/uncollected", "clock", CasePermissions.Read));
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        HandOutResult.Map(app);
        PostResult.Map(app);
        Uncollected.Map(app);
    }
}
