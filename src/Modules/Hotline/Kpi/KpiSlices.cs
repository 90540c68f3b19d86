using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Jobs;
using Yimen.Platform.Ui;
using Yimen.Platform.Worlds;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Hotline.Kpi;

/// <summary>Who reads the hotline's figures without a right to all of the centre's.</summary>
internal static class KpiPermissions
{
    public const string Read = "order-figures.read";

    public static readonly Permission[] Rows = [new(Read, "查看热线指标及明细", Roles.Hotline, Director, Auditor)];
}

/// <summary>The roll-up of the hotline's figures and its table.</summary>
internal static class KpiSlices
{
    public static IServiceCollection AddKpi(this IServiceCollection services)
    {
        services.AddScoped<KpiProjector>().AddScoped<KpiReading>().AddEvery<KpiProjector>("hotline-kpi", TimeSpan.FromMinutes(1), (projector, now, ct) => projector.Run(now, ct));
        services.AddSingleton(new RollUp("热线指标", Recount));
        services.AddSingleton(new RailEntry(46, "热线", "热线指标", ShowKpi.Here, "figure", KpiPermissions.Read));
        services.AddSingleton(new FigureDimension(FigureBy.Type, (_, _) => Task.FromResult<IReadOnlyList<Choice>>([.. Enum.GetValues<OrderType>().Select(t => new Choice(t.ToString(), Label.Of(t)))])));
        services.AddSingleton(new FigureDimension(FigureBy.Area, async (db, ct) =>
            [.. (await db.DivisionRefs.AsNoTracking().Where(d => d.Level == 5).OrderBy(d => d.Code).Select(d => new { d.Code, d.Name }).ToListAsync(ct)).Select(d => new Choice(d.Code.Value[..9], d.Name))]));
        services.AddWorldPart(90, "热线指标", (_, provider, ct) => provider.GetRequiredService<KpiProjector>().Run(provider.GetRequiredService<TimeProvider>().Now(), ct));
        return services.AddModel(KpiCell.Map).AddModel(KpiCounted.Map).AddModel(KpiMark.Map).AddPermissions(KpiPermissions.Rows);
    }

    public static void MapKpi(this IEndpointRouteBuilder app) => ShowKpi.Map(app);

    private static async Task<string> Recount(IServiceProvider services, DateTimeOffset now, CancellationToken ct)
    {
        var projector = services.GetRequiredService<KpiProjector>();
        await projector.Restart(now, ct);
        await projector.Run(now, ct);
        return $"工单 {await services.GetRequiredService<AppDb>().Set<KpiCounted>().CountAsync(ct)} 件";
    }
}
