using Microsoft.Extensions.Logging.Console;
using Yimen.Platform;
using Yimen.Platform.Http;
using Yimen.Web.Commands;

namespace Yimen.Web;

/// <summary>The composition root: which rooms there are and in which order a request passes the doors.</summary>
public static class App
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(Options.Normal(args));
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting", LogLevel.Warning);
        // what fails at the database is thrown, and told once: by Refusals to who asked, by Obstacles to who typed the command
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database", LogLevel.Critical).AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.Critical);
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace); // standard output belongs to the commands' answers
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddPlatform(builder.Configuration);
        builder.Services.AddModules();
        var app = builder.Build();
        Configure(app);
        return app;
    }

    private static void Configure(WebApplication app)
    {
        app.UseCountyDoorway();
        app.UsePlatform();
        app.MapPlatform();
        app.MapModules();
    }
}
