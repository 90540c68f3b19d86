using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Organization.Contracts;
using Yimen.Organization.World;
using Yimen.Platform.Data;
using Yimen.Platform.Worlds;

namespace Yimen.Organization;

/// <summary>机构、窗口、人员: who there is, where they sit, on which days they work.</summary>
public static class OrganizationModule
{
    public static IServiceCollection AddOrganization(this IServiceCollection services)
    {
        services.AddSingleton<Calendars>();
        services.AddWorldPart(10, "区划、机构、窗口", OrganizationWorld.Load).AddWorldPart(20, "人员账号", PeopleWorld.Load);
        return services.AddModel(OrganizationMapping.Map);
    }

    public static void MapOrganization(this IEndpointRouteBuilder app)
    {
    }
}
