using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Organization;

/// <summary>机构、窗口、人员: who there is, where they sit, on which days they work.</summary>
public static class OrganizationModule
{
    public static IServiceCollection AddOrganization(this IServiceCollection services)
    {
        services.AddSingleton<Calendars>();
        return services.AddModel(OrganizationMapping.Map);
    }

    public static void MapOrganization(this IEndpointRouteBuilder app)
    {
    }
}
