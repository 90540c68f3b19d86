using Microsoft.EntityFrameworkCore.Design;
using Yimen.Platform;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Web;

/// <summary>What <c>dotnet ef</c> builds the model from. <c>YIMEN_DB</c> chooses PostgreSQL; no database is opened.</summary>
internal static class DesignTime
{
    public static Installation Installation()
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        return new ServiceCollection().AddData(settings).AddModules().BuildServiceProvider().GetRequiredService<Installation>();
    }
}

internal sealed class AppDbDesign : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args) => DesignTime.Installation().OpenForDesign();
}

internal sealed class HouseDbDesign : IDesignTimeDbContextFactory<HouseDb>
{
    public HouseDb CreateDbContext(string[] args) => DesignTime.Installation().OpenHouse();
}
