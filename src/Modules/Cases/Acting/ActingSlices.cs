using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;

namespace Yimen.Cases.Acting;

/// <summary>代为办理: one line a slice.</summary>
internal static class ActingSlices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<ActingReader>();
        services.AddModel(model => model.Entity<ActingFact>().ToTable("cases_acting"));
    }

    public static void Map(IEndpointRouteBuilder app) => LookUpAgents.Map(app);
}
