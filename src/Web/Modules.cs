using Yimen.Cases;
using Yimen.Catalog;
using Yimen.Hotline;
using Yimen.Knowledge;
using Yimen.Organization;
using Yimen.Portal;

namespace Yimen.Web;

/// <summary>The rooms of the house, from the ground up.</summary>
internal static class Modules
{
    public static IServiceCollection AddModules(this IServiceCollection services) =>
        services.AddOrganization().AddCatalog().AddKnowledge().AddCases().AddHotline().AddPortal();

    public static void MapModules(this IEndpointRouteBuilder app)
    {
        app.MapOrganization();
        app.MapCatalog();
        app.MapKnowledge();
        app.MapCases();
        app.MapHotline();
        app.MapPortal();
    }
}
