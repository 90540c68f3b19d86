using System.Collections.Concurrent;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Knowledge.Use;

/// <summary>Remembers readings and vain searches until they are written together: reading a page writes nothing. A crash loses at most the last minute's count, and no entry.</summary>
internal sealed class Tally
{
    // a stranger who searches for a million words fills no memory
    private const int Most = 5_000;

    private readonly ConcurrentDictionary<(string County, Guid Article, DateOnly On), int> reads = new();
    private readonly ConcurrentDictionary<(string County, string Text, DateOnly On), int> vain = new();

    public void Read(string county, Guid article, DateOnly on)
    {
        if (reads.Count < Most)
        {
            reads.AddOrUpdate((county, article, on), 1, (_, n) => n + 1);
        }
    }

    public void Vain(string county, string text, DateOnly on)
    {
        if (vain.Count < Most && text.Length > 1)
        {
            vain.AddOrUpdate((county, text, on), 1, (_, n) => n + 1);
        }
    }

    /// <summary>Hands over what a county gathered, and forgets it.</summary>
    internal List<object> Take(string county)
    {
        var rows = new List<object>();
        foreach (var key in reads.Keys.Where(k => k.County == county))
        {
            rows.AddRange(reads.TryRemove(key, out var n) ? [new ArticleUse { ArticleId = key.Article, Kind = UseKind.Read, On = key.On, Count = n }] : []);
        }

        foreach (var key in vain.Keys.Where(k => k.County == county))
        {
            rows.AddRange(vain.TryRemove(key, out var n) ? [new UnansweredQuestion { Text = key.Text, On = key.On, Count = n }] : []);
        }

        return rows;
    }
}

/// <summary>Writes a county's tally, every so often.</summary>
internal sealed class TallyKeeper(AppDb db, Writer writer, Tally tally, CountyScope scope)
{
    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        if (tally.Take(scope.County.Code) is { Count: > 0 } rows)
        {
            await writer.Write(new Act(Actor.System, now), () =>
            {
                db.AddRange(rows);
                return Task.CompletedTask;
            }, ct);
            db.ChangeTracker.Clear();
        }
    }
}
