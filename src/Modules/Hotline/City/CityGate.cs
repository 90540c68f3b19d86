using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Hotline.City;

/// <summary>Lets in only who signs with the shared secret, now, and with a nonce that was never used.</summary>
internal sealed class CityGate(AppDb db, Writer writer, CountyScope scope, CityPeers peers, TimeProvider time)
{
    private const long MostBody = 64L << 20;

    /// <returns>The body; null with a 401 that says what is wrong.</returns>
    public Task<(byte[]? Body, IResult? Refused)> Enter(HttpContext http, CancellationToken ct) => Enter(http, () => Read(http, ct), ct);

    /// <summary>Where there is no body, the key of what is asked for stands in its place.</summary>
    /// <returns>Null; a 401 that says what is wrong.</returns>
    public async Task<IResult?> EnterFor(HttpContext http, string key, CancellationToken ct) => (await Enter(http, () => Task.FromResult<byte[]?>(Encoding.UTF8.GetBytes(key)), ct)).Refused;

    private async Task<(byte[]? Body, IResult? Refused)> Enter(HttpContext http, Func<Task<byte[]?>> signed, CancellationToken ct)
    {
        var secret = peers.Of(scope.County.Code).Secret;
        var (timestamp, nonce, given) = (Head(http, CitySignature.Timestamp), Head(http, CitySignature.Nonce), Head(http, CitySignature.Signature));
        if (secret.Length < 32)
        {
            return (null, No("没有配置与市平台的对接。"));
        }

        var now = time.Now();
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || (now - At(seconds)).Duration() > CitySignature.Window || nonce.Length is < 8 or > 80)
        {
            return (null, No("时间戳或随机数不合格：时间相差不能超过 5 分钟。"));
        }

        var body = await signed();
        if (body is null || !CitySignature.Same(CitySignature.Of(secret, timestamp, nonce, body), given))
        {
            return (null, No("签名不符。"));
        }

        return await Fresh(nonce, now, ct) ? (body, null) : (null, No("随机数已经用过。"));
    }

    private async Task<bool> Fresh(string nonce, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            return await writer.Write(new Act(Actor.System, now), null, async () =>
            {
                var old = now - (2 * CitySignature.Window);
                db.RemoveRange(await db.Set<CityNonce>().Where(n => n.At < old).ToListAsync(ct));
                if (await db.Set<CityNonce>().AnyAsync(n => n.Value == nonce, ct))
                {
                    return false;
                }

                db.Add(new CityNonce { Value = nonce, At = now });
                return true;
            }, ct);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false; // two came at once with the same
        }
    }

    private static DateTimeOffset At(long seconds) => seconds is > 0 and < 4_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.UnixEpoch;

    private static async Task<byte[]?> Read(HttpContext http, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var piece = new byte[81920];
        while (await http.Request.Body.ReadAsync(piece, ct) is > 0 and var read)
        {
            if (body.Length + read > MostBody)
            {
                return null;
            }

            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }

    private static string Head(HttpContext http, string name) => http.Request.Headers[name].FirstOrDefault() ?? "";

    private static IResult No(string why) => Results.Problem(why, statusCode: StatusCodes.Status401Unauthorized, title: "签名验证未通过");
}
