using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.World;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Worlds;

namespace Yimen.Cases.OutsideCases;

/// <summary>外部系统登记: one line a slice.</summary>
internal static class OutsideSlices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<OutsideItems>().AddScoped<OutsideRegister>().AddScoped<OutsideStatuses>().AddScoped<OutsideImports>();
        services.AddScoped<RegisterOutside.Reading>().AddScoped<ShowOutside.Reading>();
        services.AddModel(OutsideMapping.Map).AddPermissions(OutsidePermissions.Rows).AddFigures(OutsideFigures.All);
        services.AddSingleton(OutsideSource.Source);
        services.AddSingleton(new DeadlineKeeper("外部系统登记", Recompute));
        services.AddJournalKind(OutsideCase.MatterKind, "外部系统登记", id => $"/desk/outside-cases/{id}");
        services.AddWorldPart(51, "外部系统登记", OutsideWorld.Load);
        services.AddSingleton(new RailEntry(23, "办件", "外部系统登记", "/desk/outside-cases", "external", OutsidePermissions.Read));
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        ListOutside.Map(app);
        RegisterOutside.Map(app);
        ImportOutside.Map(app);
        ShowOutside.Map(app);
        ReportStatus.Map(app);
    }

    private static async Task<int> Recompute(AppDb db, LegalClock clock, Act act, CancellationToken ct)
    {
        var open = await db.OutsideCases.Standing.Where(c => c.FinishedOn == null).ToListAsync(ct);
        return open.Count(c => c.Recompute(clock, act));
    }
}
