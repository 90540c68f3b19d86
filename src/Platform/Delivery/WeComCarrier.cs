using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Delivery;

/// <summary>Carries cards into the 政务微信 of the unit that the letter names. Whether a unit has one is not the county's matter: the channel itself is always open.</summary>
public sealed class WeComCarrier(AppDb db, CountyScope scope, WeComApi api) : ILetterCarrier
{
    public DeliveryChannel Channel => DeliveryChannel.WeCom;

    public bool IsOpenFor(string county) => true;

    public async Task Carry(OpenLetter letter, CancellationToken ct)
    {
        var app = await db.WeComApps.AsNoTracking().FirstOrDefaultAsync(a => a.Unit == letter.Via, ct) ?? throw new DeliveryFailed("单位没有设定政务微信应用。", forGood: true);
        var secret = scope.County.Keys.Open(app.Secret) ?? throw new DeliveryFailed("密钥不在，政务微信应用的口令无法打开。");
        await api.Send(new(app.BaseUrl.TrimEnd('/'), app.CorpId, app.AgentId, secret), letter, ct);
    }

    /// <summary>A user's name as lists show it: its first letter.</summary>
    public static string Masked(string user) => user.Length == 0 ? "***" : user[..1] + "***";
}
