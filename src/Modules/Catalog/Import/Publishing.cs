using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Claims;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Import;

/// <summary>生效 — takes the accepted items in: new ones are claimed, open versions are written, published ones get a change. One transaction; a fault undoes all of it.</summary>
internal sealed class Publishing(AppDb db, Writer writer, IdSource ids, TimeProvider time, ImportRun run)
{
    private const int Chunk = 100;

    public async Task Run(Action<int> done, CancellationToken ct)
    {
        var act = new Act(run.By, time.Now(), $"批量导入：{run.FileName}");
        var checks = await RowChecks.Of(db, ct);
        await writer.WriteParts(act, Parts(act, checks, done, ct), ct);
    }

    private async IAsyncEnumerable<int> Parts(Act act, RowChecks checks, Action<int> done, [EnumeratorCancellation] CancellationToken ct)
    {
        var (after, count) = (0, 0);
        while (true)
        {
            var rows = await db.ImportRows.AsNoTracking().Where(r => r.RunId == run.Id && r.Number > after).OrderBy(r => r.Number).Take(Chunk).ToListAsync(ct);
            if (rows.Count == 0)
            {
                break;
            }

            await Take(rows, act, checks, ct);
            yield return rows.Count;
            (after, count) = (rows[^1].Number, count + rows.Count);
            done(count);
        }

        var finished = await db.ImportRuns.FirstAsync(r => r.Id == run.Id, ct);
        finished.Pass(ImportVerb.Finish, act with { Reason = null }, $"{count} 个事项");
        yield return 1;
    }

    private async Task Take(List<ImportRow> rows, Act act, RowChecks checks, CancellationToken ct)
    {
        var codes = rows.Select(r => r.Code).ToList();
        var basics = rows.Select(r => r.Code[19..31]).Distinct().ToList();
        var known = await db.BasicItems.AsNoTracking().Where(b => basics.Contains(b.Code)).ToDictionaryAsync(b => b.Code, ct);
        var items = await db.ItemsWhole.Where(i => codes.Contains(i.HandlingCode)).ToDictionaryAsync(i => i.HandlingCode, ct);
        foreach (var row in rows)
        {
            var texts = ItemTexts.Parse(row.Texts);
            if (items.TryGetValue(row.Code, out var item))
            {
                Write(item, texts, act);
                continue;
            }

            var unit = checks.UnitOf(row.Code);
            var basic = known.GetValueOrDefault(row.Code[19..31]) ?? throw new RuleViolation("basic-code", $"基本目录中没有基本编码 {row.Code[19..31]}。");
            var codesOf = ClaimCodes.Of(unit, basic.Code, row.Code[31..]);
            db.Add(Item.Claim(codesOf, texts.Over(ClaimOffer.First(basic.Name, basic, unit)), ids.NewId(act.Now), ids.NewId(act.Now), act));
        }
    }

    private void Write(Item item, ItemTexts texts, Act act)
    {
        if (RowChecks.ItemFault(item) is { } fault)
        {
            throw new RuleViolation(fault.Code, $"{item.HandlingCode}：{fault.Message}。");
        }

        var draft = texts.Over(item.Working?.Draft ?? item.Published!.Draft);
        if (item.Working is null)
        {
            if (!ItemDifference.Between(item.Published!.Draft, draft).Any())
            {
                return;
            }

            db.Add(item.BeginChange(ids.NewId(act.Now), act));
        }

        item.Edit(draft, act);
    }
}
