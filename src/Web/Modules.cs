namespace Yimen.Web;

/// <summary>The rooms of the house, from the ground up.</summary>
internal static class Modules
{
    public static IServiceCollection AddModules(this IServiceCollection services) => services;

    public static void MapModules(this IEndpointRouteBuilder app)
    {
    }
}
