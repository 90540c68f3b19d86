using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Jobs;
using Yimen.Tests.World;

namespace Yimen.Tests.Jobs;

internal static class JobWorld
{
    /// <summary>Does a piece of work as the scheduler would.</summary>
    public static Task Work(this Town town, string name) => town.Host.Services.GetRequiredService<CountyWorks>().Do("440281", name, TestContext.Current.CancellationToken);

    public static Task<bool> Letters(this Town town, int count) => town.InCounty(async (_, services) =>
    {
        var act = new Act(Actor.System, town.Time.Now());
        var keys = services.GetRequiredService<CountyScope>().County.Keys;
        await services.GetRequiredService<Writer>().Write(act, async () =>
        {
            for (var i = 1; i <= count; i++)
            {
                await services.GetRequiredService<Outbox>().Add(act, Letter.Sms(keys.Seal("13800138001"), $"第{i}件", "内容"));
            }
        }, default);
        return true;
    });
}
