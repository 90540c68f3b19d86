using Yimen.Platform.Counties;

namespace Yimen.Web.Commands;

/// <summary>Brings every database to this release's tables and ends.</summary>
internal static class MigrateCommand
{
    public static async Task<int> Run(WebApplication app)
    {
        await app.Services.GetRequiredService<Provisioning>().Migrate();
        return 0;
    }
}
