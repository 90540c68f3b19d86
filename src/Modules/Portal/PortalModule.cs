using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Yimen.Portal;

/// <summary>门户、我的、工作台外壳: the doors through which people come in.</summary>
public static class PortalModule
{
    public static IServiceCollection AddPortal(this IServiceCollection services) => services;

    public static void MapPortal(this IEndpointRouteBuilder app)
    {
    }
}
