using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Tests.World;

namespace Yimen.Tests.Delivery;

/// <summary>A town whose letters leave for the servers of the test.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly string directory;
    private readonly string? database;
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider time = TownTime.Start();
    private readonly TownHost host;

    private PostOffice(string directory, string? database, (string, string)[] settings)
    {
        (this.directory, this.database) = (directory, database);
        host = new TownHost(directory, database, time, settings);
    }

    public static async Task<PostOffice> Open(params (string, string)[] settings)
    {
        var (directory, database) = await Template.Clone();
        return new(directory, database, settings);
    }

    public static Task<PostOffice> WithMail(SmtpSink sink) => Open(
        ("Delivery:Smtp:Host", "127.0.0.1"), ("Delivery:Smtp:Port", $"{sink.Port}"), ("Delivery:Smtp:From", "政务服务中心 <noreply@example.org>"), ("Delivery:Smtp:Tls", "none"));

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await Template.Drop(directory, database);
    }

    public void Wait(TimeSpan span) => time.Advance(span);

    /// <summary>Writes letters with a change, as modules do.</summary>
    public Task Write(params Func<Platform.Crypto.CountyKeys, Letter>[] letters) => In(async services =>
    {
        var act = new Act(Actor.System, time.Now());
        var (outbox, keys) = (services.GetRequiredService<Outbox>(), services.GetRequiredService<CountyScope>().County.Keys);
        await services.GetRequiredService<Writer>().Write(act, async () =>
        {
            foreach (var letter in letters)
            {
                await outbox.Add(act, letter(keys));
            }
        }, default);
        return true;
    });

    public Task Mail(int count, string address = "someone@example.org") => Write(
        [.. Enumerable.Range(1, count).Select(i => (Func<Platform.Crypto.CountyKeys, Letter>)(k => Letter.Mail(k.Seal(address), $"进展{i}", "您的办件已受理。")))]);

    public Task<int> Send(CancellationToken ct = default) => In(services => services.GetRequiredService<OutboxSender>().SendDue(ct));

    public Task<List<OutboxMessage>> Rows() => In(services => services.GetRequiredService<AppDb>().Set<OutboxMessage>().AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    public async Task<T> In<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(host.Services.GetRequiredService<CountyDirectory>().Sole!);
        return await work(scope.ServiceProvider);
    }
}
