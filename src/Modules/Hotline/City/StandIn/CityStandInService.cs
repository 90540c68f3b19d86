using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yimen.Hotline.World;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline.City.StandIn;

/// <summary>
/// Lets the stand-in play to a demo world, so that outbox, inbox and the daily comparison live. Only where the program was started with a world, its one county is a
/// demo, no real platform is set up, and <c>Hotline:City:StandIn</c> is not <c>off</c>: a county in production never meets it.
/// </summary>
internal sealed partial class CityStandInService(CountyDirectory counties, CityPeers peers, IServer server, IHostApplicationLifetime life, IConfiguration settings, IdSource ids, TimeProvider time, ILogger<CityStandInService> log) : BackgroundService
{
    private const int Orders = 5;
    private const int SecretBytes = 32;
    private const string DefaultWorld = "lechang";

    private static readonly TimeSpan Often = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await Started(stoppingToken) || Demo() is not { } county || Address() is not { } address || Matters(county) is not { } matters)
        {
            return;
        }

        var secret = ids.NewToken(SecretBytes);
        using var city = new CityStandIn(secret, time: time);
        peers.Play(county.Code, new() { Url = city.Url, Secret = secret });
        Plays(log, county.Name, city.Url);
        var play = new CityPlay(city, address, matters, time, line => Played(log, line), towns: await Towns(county, stoppingToken));
        await Remember(play, county, stoppingToken);
        await Play(play, stoppingToken);
    }

    private async Task Play(CityPlay play, CancellationToken ct)
    {
        using var often = new PeriodicTimer(Often, time);
        do
        {
            try
            {
                await play.Round(Orders);
            }
            catch (HttpRequestException e)
            {
                Missed(log, e.Message); // the county is busy or going down; the next round says it again
            }
        }
        while (await Next(often, ct));
    }

    private static async Task<bool> Next(PeriodicTimer often, CancellationToken ct)
    {
        try
        {
            return await often.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> Started(CancellationToken ct)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var up = life.ApplicationStarted.Register(() => started.TrySetResult(true));
        using var down = ct.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    /// <summary>Whether a stand-in plays to a county.</summary>
    public static bool PlaysTo(bool demo, CitySettings settings) => demo && settings is { IsEmpty: true, StandIn: not "off" };

    private County? Demo() => counties.Sole is { } county && PlaysTo(county.Demo, CitySettings.Of(settings, county.Code)) ? county : null;

    // the stand-in sits beside the server: whatever it listens on, it is reached over loopback
    private Uri? Address() => server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(a => a.Replace("://+", "://127.0.0.1", StringComparison.Ordinal).Replace("://*", "://127.0.0.1", StringComparison.Ordinal))
        .Where(a => a.StartsWith("http://", StringComparison.Ordinal)).Select(a => new UriBuilder(a) { Host = "127.0.0.1" }.Uri).FirstOrDefault();

    private OrderMatters? Matters(County county)
    {
        try
        {
            // who started without a world has nobody's matters to tell
            var name = settings["YIMEN_WORLD"] ?? DefaultWorld;
            return name.Length > 0 && WorldSource.Find(name) is var world && world.About.Code == county.Code && world.Has(OrdersWorld.File) ? OrdersWorld.Read(world) : null;
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<CityTown>> Towns(County county, CancellationToken ct)
    {
        await using var db = county.OpenDb();
        return [.. (await db.DivisionRefs.AsNoTracking().Where(d => d.Level == 5).OrderBy(d => d.Code).Select(d => new { d.Name, d.Code }).ToListAsync(ct)).Select(d => new CityTown(d.Name, d.Code.Value))];
    }

    private static async Task Remember(CityPlay play, County county, CancellationToken ct)
    {
        await using var db = county.OpenDb();
        if (await db.Set<CityCount>().AsNoTracking().FirstOrDefaultAsync(c => c.On == play.Today, ct) is { } count)
        {
            play.Remember(count.On, count.Sent, count.Heard);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "A stand-in plays the city's platform to {County} at {Url}")]
    private static partial void Plays(ILogger log, string county, string url);

    [LoggerMessage(2, LogLevel.Information, "City stand-in: {Line}")]
    private static partial void Played(ILogger log, string line);

    [LoggerMessage(3, LogLevel.Information, "City stand-in was not heard: {Why}")]
    private static partial void Missed(ILogger log, string why);
}
