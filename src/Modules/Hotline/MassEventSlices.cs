using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Kpi;
using Yimen.Hotline.MassEvents;
using Yimen.Hotline.World;
using Yimen.Platform.Http;
using Yimen.Platform.Jobs;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline;

/// <summary>群体诉求 — what many say on one day: seen, told, linked.</summary>
internal static class MassEventSlices
{
    public static IServiceCollection AddMassEvents(this IServiceCollection services)
    {
        services.AddScoped<MassWatch>().AddEvery<MassWatch>("mass-events", TimeSpan.FromMinutes(5), (watch, now, ct) => watch.Run(now, ct)).AddScoped<MassEventPages.Reading>();
        return services.AddSingleton(new RailEntry(44, "热线", "群体诉求", MassEventPages.Here, "warning", KpiPermissions.Read)).AddWorldPart(61, "群体诉求", MassWorld.Load);
    }

    public static void MapMassEvents(this IEndpointRouteBuilder app) => MassEventPages.Map(app);
}
