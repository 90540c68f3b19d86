using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;

namespace Yimen.Catalog;

/// <summary>政务服务事项: what the state owes people, who handles it, where, how long, with which papers.</summary>
public static class CatalogModule
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        return services.AddModel(CatalogMapping.Map);
    }

    public static void MapCatalog(this IEndpointRouteBuilder app)
    {
    }
}
