using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.World;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Jobs;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;

namespace Yimen.Cases.Anomalies;

/// <summary>What the auditor asks of the cases.</summary>
internal static class AnomalySlices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<AnomalyWatch>().AddScoped<AnomalyDesk>();
        services.AddNightly<AnomalyWatch>("case-anomalies", new TimeOnly(1, 40), (watch, now, ct) => watch.Run(now, ct));
        services.AddSingleton(new RailEntry(34, "办件", "异常办件", ListAnomalies.Here, "warning", AnomalyPermissions.Read));
        services.AddTaskWords(Anomaly.MatterKind, ("explain", "说明异常"), ("judge", "核对说明"));
        services.AddJournalKind(Anomaly.MatterKind, "异常办件", id => $"/desk/anomalies/{id}");
        services.AddModel(AnomalyData.Map).AddPermissions(AnomalyPermissions.Rows).AddFigures(AnomalyFigures.All);
        services.AddWorldPart(59, "异常办件", AnomalyWorld.Load);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        ListAnomalies.Map(app);
        JudgeAnomaly.Map(app);
    }
}
