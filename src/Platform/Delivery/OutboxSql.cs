using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Platform.Delivery;

/// <summary>The claim, which each database words its own way.</summary>
internal static class OutboxSql
{
    // {0} lease until, {1} token, {2} now, {3} how many, then the channels
    private const string Text = """
        UPDATE outbox_message SET lease_until = {0}, lease_token = {1}, attempts = attempts + 1
        WHERE id IN (SELECT id FROM outbox_message
                     WHERE sent_at IS NULL AND dead_at IS NULL AND next_at <= {2} AND (lease_until IS NULL OR lease_until < {2}) AND channel IN (CHANNELS)
                     ORDER BY next_at LIMIT {3}
        """;

    public static string Claim(AppDb db, int channels) => Text.Replace("CHANNELS", string.Join(", ", Enumerable.Range(4, channels).Select(n => $"{{{n}}}")), StringComparison.Ordinal)
        + (db.Database.IsSqlite() ? ")" : " FOR UPDATE SKIP LOCKED)");

    /// <summary>An instant as the column holds it.</summary>
    public static object Instant(AppDb db, DateTimeOffset at) => db.Database.IsSqlite() ? at.ToUnixTimeMilliseconds() : at;
}
