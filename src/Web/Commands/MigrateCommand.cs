using Yimen.Platform.Counties;

namespace Yimen.Web.Commands;

/// <summary>Brings every database to this release's tables and ends; with <c>--to</c> moves the counties to another database.</summary>
internal static class MigrateCommand
{
    public static async Task<int> Run(WebApplication app)
    {
        await app.Services.GetRequiredService<Provisioning>().Migrate();
        return app.Configuration["to"] is { Length: > 0 } target ? await MoveCommand.Run(app, target) : 0;
    }
}
