using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Clocks;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Tests.Delivery;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Channels;

/// <summary>A town of its own whose letters leave for a 政务微信 and an SMS gateway of the test; the market bureau's book is filled in through its page.</summary>
internal sealed class UrgentTown : IAsyncDisposable
{
    public const string Here = "/desk/contacts/SCJG";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Town Town { get; } = new();

    public WeComSink WeCom { get; private set; } = null!;

    public GatewaySink Sms { get; private set; } = null!;

    public static async Task<UrgentTown> Open(bool sms = true)
    {
        var open = new UrgentTown { WeCom = await WeComSink.Start(), Sms = await GatewaySink.Start() };
        open.Sms.Answer = "ok";
        await open.Town.InitializeAsync();
        await open.Restart(sms);
        return open;
    }

    public Task Restart(bool sms = true) => Town.Restart(null, sms ? [("Delivery:Sms:Url", Sms.Url), ("Delivery:Desk", "https://desk.example.org/440281/")] : [("Delivery:Desk", "https://desk.example.org/440281/")]);

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        await WeCom.DisposeAsync();
        await Sms.DisposeAsync();
    }

    /// <summary>Liaison by 政务微信, SMS and telephone, who approves by SMS, the head by telephone.</summary>
    public async Task Book()
    {
        await Done("/people", ("post", "First"), ("account", await Account("market-liaison")));
        await Done("/people", ("post", "Next"), ("account", await Account("market-approver")));
        await Done("/people", ("post", "Leader"), ("account", await Account("market-head")));
        await Done("/app", ("baseUrl", WeCom.Url), ("corpId", WeComSink.Corp), ("agentId", "1000002"), ("secret", WeComSink.Secret));
        await Done("/channels", ("post", "First"), ("way", "WeCom"), ("address", "liaison.m"));
        await Done("/channels", ("post", "First"), ("way", "Sms"), ("address", "10000000011"));
        await Done("/channels", ("post", "First"), ("way", "Phone"), ("address", "0751-0000021"));
        await Done("/channels", ("post", "Next"), ("way", "Sms"), ("address", "10000000012"));
        await Done("/channels", ("post", "Leader"), ("way", "Phone"), ("address", "10000000013"));
    }

    public async Task<HttpResponseMessage> Post(string user, string noun, params IEnumerable<(string Name, string? Value)> fields) =>
        await Town.PostForm(await Town.SignedIn(user), Here, Here + noun, fields);

    public async Task Done(string noun, params IEnumerable<(string Name, string? Value)> fields)
    {
        using var answer = await Post("hotline1", noun, fields);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    public Task<string> Account(string user) => Town.Rows(async db => (await db.Users.Where(a => a.UserName == user).Select(a => a.Id).SingleAsync(Ct)).ToString());

    /// <summary>An urgent order, dispatched to the market bureau.</summary>
    public async Task<Guid> Urgent(string unit = "SCJG")
    {
        var id = await Town.Recorded();
        using var answer = await Town.Dispatch(id, unit, ("urgency", "Extreme"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return id;
    }

    /// <summary>What the house does by itself: letters, then what became of them.</summary>
    public Task<bool> Work() => Town.InCounty(async (_, services) =>
    {
        var time = services.GetRequiredService<TimeProvider>();
        await services.GetRequiredService<OutboxSender>().SendDue(Ct);
        await services.GetRequiredService<UrgentCalling>().Run(time.Now(), Ct);
        await services.GetRequiredService<OutboxSender>().SendDue(Ct);
        await services.GetRequiredService<UrgentCalling>().Run(time.Now(), Ct);
        await services.GetRequiredService<OrderWatch>().Run(time.Now(), Ct);
        return true;
    });

    public async Task Pass(int minutes)
    {
        Town.Time.Advance(TimeSpan.FromMinutes(minutes));
        await Work();
    }

    public Task<UrgentContact> Contact(Guid order) => Town.Rows(db => db.UrgentContacts.AsNoTracking().Where(c => c.OrderId == order).OrderByDescending(c => c.BeganAt).FirstAsync(Ct));

    /// <summary>Each attempt as post, way and result.</summary>
    public async Task<IReadOnlyList<(ContactPost, ContactWay, AttemptResult)>> Attempts(Guid order) => [.. (await Contact(order)).Attempts.OrderBy(a => a.Sequence).Select(a => (a.Post, a.Way, a.Result))];

    public Task<List<string>> Tasks(Guid order) => Town.Rows(async db =>
    {
        var contact = await db.UrgentContacts.AsNoTracking().Where(c => c.OrderId == order).OrderByDescending(c => c.BeganAt).FirstAsync(Ct);
        return await db.Set<Platform.Tasks.InboxTask>().Where(t => t.MatterId == contact.Id && t.ClosedAt == null).Select(t => t.Code).ToListAsync(Ct);
    });
}
