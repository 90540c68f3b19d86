using Yimen.Platform.Counties;
using Yimen.Platform.Worlds;

namespace Yimen.Web.Commands;

/// <summary>Migrates, fills an empty directory with its world, and serves.</summary>
internal static class RunCommand
{
    private const string DefaultWorld = "lechang";

    public static async Task<int> Run(WebApplication app)
    {
        var provisioning = app.Services.GetRequiredService<Provisioning>();
        using var alone = Obstacles.IsTheProgram ? provisioning.Serve() : null;
        await provisioning.Migrate();
        // an empty name leaves an empty directory empty
        if ((app.Configuration["YIMEN_WORLD"] ?? DefaultWorld) is { Length: > 0 } world)
        {
            await app.Services.GetRequiredService<WorldSeeding>().SeedIfEmpty(world, Console.WriteLine);
            app.Lifetime.ApplicationStarted.Register(() => Welcome.Print(app));
        }

        await app.RunAsync();
        return 0;
    }
}
