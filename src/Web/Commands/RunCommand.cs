using Yimen.Platform.Counties;

namespace Yimen.Web.Commands;

/// <summary>Migrates, fills an empty directory with its world, and serves.</summary>
internal static class RunCommand
{
    public static async Task<int> Run(WebApplication app)
    {
        await app.Services.GetRequiredService<Provisioning>().Migrate();
        await app.RunAsync();
        return 0;
    }
}
