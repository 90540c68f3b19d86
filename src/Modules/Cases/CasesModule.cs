using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;

namespace Yimen.Cases;

/// <summary>办件: one matter from the door to the decision.</summary>
public static class CasesModule
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        return services.AddModel(CaseMapping.Map);
    }

    public static void MapCases(this IEndpointRouteBuilder app)
    {
    }
}
