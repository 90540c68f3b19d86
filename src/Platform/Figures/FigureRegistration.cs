using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;
using Yimen.Platform.Figures.Declaring;
using Yimen.Platform.Figures.Desk;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Figures;

/// <summary>The choices of one dimension for the form above the figures, contributed by the module that owns them.</summary>
public sealed record FigureDimension(FigureBy By, Func<AppDb, CancellationToken, Task<IReadOnlyList<Choice>>> Choices);

public static class FigureRegistration
{
    public static IServiceCollection AddFigures(this IServiceCollection services, params IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            services.AddSingleton(figure);
        }

        return services;
    }

    /// <summary>The book, its pages and its API.</summary>
    internal static IServiceCollection AddFigureDesk(this IServiceCollection services)
    {
        services.AddSingleton<FigureBook>().AddSingleton<IAuthorizationHandler, FigureDoor>();
        services.AddScoped<FigureSheets>();
        services.AddScoped<FigureRows>();
        services.AddScoped<FigureForms>();
        services.AddScoped<FigureReading>();
        services.AddSingleton(new RailEntry(710, "数据", "指标", "/desk/figures", "figure", "figures.read"));
        services.AddJournalKind("declared", "申报值", _ => "/desk/figures/declared").AddJournalWords<DeclaredVerb>("declared").AddJournalWords<DeclaredState>("declared");
        return services.AddPermissions(
            new Permission("figures.read", "查看指标及明细", Roles.Director, Roles.Catalogue, Roles.Coordination, Roles.Office, Roles.Auditor),
            new Permission("figures.declare", "登记、撤回申报值", Roles.Director, Roles.Office));
    }

    internal static void MapFigures(this IEndpointRouteBuilder app)
    {
        FigureList.Map(app);
        FigureDetail.Map(app);
        FigureExport.Map(app);
        FiguresApi.Map(app);
        DeclaredList.Map(app);
        Declaration.Map(app);
        Withdrawal.Map(app);
    }
}
