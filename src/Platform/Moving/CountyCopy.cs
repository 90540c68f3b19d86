using System.Data;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Text;

namespace Yimen.Platform.Moving;

/// <summary>Copies one county into an empty, migrated database and compares the two. The source takes no writes meanwhile; it is not changed.</summary>
internal sealed class CountyCopy(County from, County to)
{
    /// <exception cref="RuleViolation"><c>move-differs</c>: what arrived is not what was sent; nothing of it may be used.</exception>
    public async Task Run(Action<string> say, CancellationToken ct)
    {
        await using var source = from.OpenDb();
        await using var target = to.OpenDb();
        await target.Database.OpenConnectionAsync(ct); // kept for the counting after the commit
        var tables = ModelTables.InOrder(source);
        await using var still = await HoldStill(source, ct);
        await using (var arriving = await target.Database.BeginTransactionAsync(ct))
        {
            var rows = 0L;
            foreach (var table in tables)
            {
                rows += await new TableCopy(source, target).Run(table, ct);
            }

            say($"  {tables.Count} 张表　{rows} 行");
            say($"  检索　{await TextCopy.Run(source, target, ct)} 篇");
            await IdentityColumns.Continue(target, ct);
            await arriving.CommitAsync(ct);
        }

        await Compare(source, target, ct);
        say($"  日志　{await CompareJournals(ct)} 条，逐条核对一致");
    }

    /// <summary>One state of the source until the end: writers wait, and give up with 系统繁忙 rather than write what would be left behind.</summary>
    private static async Task<IAsyncDisposable> HoldStill(AppDb source, CancellationToken ct)
    {
        if (source.Database.IsSqlite())
        {
            return await source.Database.BeginTransactionAsync(ct); // BEGIN IMMEDIATE: the one writer's seat
        }

        var transaction = await source.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var names = string.Join(", ", ModelTables.InOrder(source).Select(t => $"\"{t.Name}\""));
        await using var locking = TableCopy.Command(source, $"LOCK TABLE {names}, text_entry IN SHARE MODE");
        await locking.ExecuteNonQueryAsync(ct);
        return transaction;
    }

    private static async Task Compare(AppDb source, AppDb target, CancellationToken ct)
    {
        foreach (var table in ModelTables.InOrder(source))
        {
            var (sent, arrived) = (await TableCopy.Count(source, table, ct), await TableCopy.Count(target, table, ct));
            if (sent != arrived)
            {
                throw new RuleViolation("move-differs", $"表 {table.Name} 原有 {sent} 行，搬到后有 {arrived} 行。");
            }
        }
    }

    private async Task<long> CompareJournals(CancellationToken ct)
    {
        var (sent, arrived) = (await Examine(from, ct), await Examine(to, ct));
        var same = (sent.Entries, sent.Matters, sent.Seals) == (arrived.Entries, arrived.Matters, arrived.Seals)
            && sent.Findings.Select(f => f.Message).SequenceEqual(arrived.Findings.Select(f => f.Message));
        return same ? arrived.Entries : throw new RuleViolation("move-differs",
            $"日志核对不一致：原有 {sent.Entries} 条、{sent.Findings.Count} 处异常，搬到后有 {arrived.Entries} 条、{arrived.Findings.Count} 处异常。");
    }

    private static async Task<JournalReport> Examine(County county, CancellationToken ct)
    {
        await using var db = county.OpenDb();
        var scope = new CountyScope();
        scope.Choose(county);
        return await new JournalCheck(db, scope).Run(ct);
    }
}
