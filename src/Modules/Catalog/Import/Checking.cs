using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Claims;
using Yimen.Catalog.Fields;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Sheets;

namespace Yimen.Catalog.Import;

/// <summary>检查 — reads a workbook in chunks beside the catalogue: first the side sheets, then the items with their rows. Memory holds one chunk.</summary>
internal sealed class Checking(AppDb db, Writer writer, TimeProvider time, ImportRun run, Stream file)
{
    private const int Chunk = 250;
    private const int MaxItems = 20_000;
    private const int MaxSideRows = 400_000;

    private readonly Act act = new(run.By, time.Now());
    private RowChecks checks = null!;

    /// <exception cref="UnreadableWorkbook">The file as a whole cannot be taken.</exception>
    public async Task Run(CancellationToken ct)
    {
        var sheets = Workbook.Open(file);
        if (!sheets.Contains(Template.Main))
        {
            throw new UnreadableWorkbook($"工作簿中没有名为“{Template.Main}”的工作表，请使用下载的模板。");
        }

        checks = await RowChecks.Of(db, ct);
        var total = Workbook.Rows(file, Template.Main).Take(MaxItems + 1).Count();
        if (total is 0 or > MaxItems)
        {
            throw new UnreadableWorkbook(total == 0 ? $"“{Template.Main}”表中没有数据。" : $"一次不超过 {MaxItems} 个事项，请分成几个文件。");
        }

        await Step(p => p.Total = total, ct);
        var groups = ItemRows.Groups.Where(g => sheets.Contains(g.Title)).ToList();
        foreach (var group in groups)
        {
            await KeepParts(group, ct);
        }

        foreach (var rows in Read(Template.Main).Chunk(Chunk))
        {
            await CheckItems(rows, groups, ct);
        }

        await Orphans(ct);
        await db.ImportParts.Where(p => p.RunId == run.Id).ExecuteDeleteAsync(ct);
    }

    private IEnumerable<SheetRow> Read(string sheet) => Workbook.Rows(file, sheet)
        .Select(r => new SheetRow(sheet, r.Number, r.Cells.GetValueOrDefault(Template.CodeHead, "").ToUpperInvariant(), r.Cells));

    private async Task KeepParts(RowSet group, CancellationToken ct)
    {
        var count = 0;
        foreach (var rows in Read(group.Title).Chunk(Chunk * 4))
        {
            count += rows.Length;
            if (count > MaxSideRows)
            {
                throw new UnreadableWorkbook($"“{group.Title}”表超过 {MaxSideRows} 行，请分成几个文件。");
            }

            db.AddRange(rows.Select(r => new ImportPart { RunId = run.Id, Slug = group.Slug, Number = r.Number, Code = r.Code, Texts = JsonSerializer.Serialize(group.Labels.Select(l => r.Cells.GetValueOrDefault(l, ""))) }));
            await Step(_ => { }, ct);
        }
    }

    private async Task CheckItems(SheetRow[] rows, List<RowSet> groups, CancellationToken ct)
    {
        var codes = rows.Select(r => r.Code).ToList();
        var basics = rows.Where(r => r.Code.Length == 33).Select(r => r.Code[19..31]).Distinct().ToList();
        var known = await db.BasicItems.Where(b => basics.Contains(b.Code)).ToDictionaryAsync(b => b.Code, ct);
        var items = await db.ItemsWhole.AsNoTracking().Where(i => codes.Contains(i.HandlingCode)).ToDictionaryAsync(i => i.HandlingCode, ct);
        var parts = (await db.ImportParts.AsNoTracking().Where(p => p.RunId == run.Id && codes.Contains(p.Code)).OrderBy(p => p.Number).ToListAsync(ct)).ToLookup(p => p.Code);
        var (good, bad) = (0, 0);
        foreach (var row in rows)
        {
            var texts = TextsOf(row, groups, parts[row.Code]);
            var faults = FaultsOf(row, known, items.GetValueOrDefault(row.Code), texts, parts[row.Code].ToList()).ToList();
            db.AddRange(faults);
            if (faults.Count == 0)
            {
                db.Add(new ImportRow { RunId = run.Id, Number = row.Number, Code = row.Code, Texts = texts.Json() });
            }

            (good, bad) = faults.Count == 0 ? (good + 1, bad) : (good, bad + 1);
        }

        await Step(p => (p.Done, p.Accepted, p.Rejected) = (p.Done + rows.Length, p.Accepted + good, p.Rejected + bad), ct);
    }

    private static ItemTexts TextsOf(SheetRow row, List<RowSet> groups, IEnumerable<ImportPart> parts)
    {
        var bySlug = parts.ToLookup(p => p.Slug);
        return new(
            ItemFields.All.Where(f => row.Cells.ContainsKey(f.Label)).ToDictionary(f => f.Name, f => row.Cells[f.Label]),
            groups.ToDictionary(g => g.Slug, g => bySlug[g.Slug].Select(p => JsonSerializer.Deserialize<string[]>(p.Texts)!).ToList()));
    }

    private IEnumerable<ImportFault> FaultsOf(SheetRow row, Dictionary<string, BasicItem> known, Item? item, ItemTexts texts, List<ImportPart> parts)
    {
        if ((checks.CodeFault(row.Code) ?? RowChecks.ItemFault(item)) is { } wrong)
        {
            return [Fault(row.Sheet, row.Number, row.Code, wrong)];
        }

        if (!known.TryGetValue(row.Code[19..31], out var basic))
        {
            return [Fault(row.Sheet, row.Number, row.Code, new(Template.CodeHead, "basic-code", $"基本目录中没有基本编码 {row.Code[19..31]}"))];
        }

        var fields = ItemFields.All.Where(f => texts.Fields.ContainsKey(f.Name)).Select(f => (f, f.Check(texts.Fields[f.Name]))).Where(c => c.Item2 is not null)
            .Select(c => Fault(row.Sheet, row.Number, row.Code, c.Item2! with { Field = c.f.Label })).ToList();
        var sides = parts.SelectMany(p => SideFaults(p)).ToList();
        if (fields.Count + sides.Count > 0)
        {
            return [.. fields, .. sides];
        }

        // required fields whose column is missing stay as they are: the draft as a whole tells
        var draft = texts.Over(item?.Working?.Draft ?? item?.Published?.Draft ?? ClaimOffer.First(basic.Name, basic, checks.UnitOf(row.Code)));
        return ItemFields.Faults(draft).Select(f => Fault(row.Sheet, row.Number, row.Code, f with { Field = LabelOf(f.Field) }));
    }

    private IEnumerable<ImportFault> SideFaults(ImportPart part)
    {
        var group = ItemRows.Groups.First(g => g.Slug == part.Slug);
        return group.RowFaults(JsonSerializer.Deserialize<string[]>(part.Texts)!)
            .Select(f => Fault(group.Title, part.Number, part.Code, f with { Field = group.Labels[group.Names.ToList().IndexOf(f.Field)] }));
    }

    private static string LabelOf(string field) => ItemFields.All.FirstOrDefault(f => f.Name == field)?.Label ?? field;

    private ImportFault Fault(string sheet, int row, string code, FieldFault fault) =>
        new() { RunId = run.Id, Sheet = sheet, Row = row, Code = code, Field = fault.Field, Reason = fault.Code, Message = fault.Message };

    /// <summary>Rows of side sheets that belong to no item of the workbook.</summary>
    private async Task Orphans(CancellationToken ct)
    {
        var rejected = db.ImportFaults.Where(f => f.RunId == run.Id && f.Sheet == Template.Main).Select(f => f.Code);
        var accepted = db.ImportRows.Where(r => r.RunId == run.Id).Select(r => r.Code);
        var faulted = db.ImportFaults.Where(f => f.RunId == run.Id).Select(f => f.Code);
        var orphans = await db.ImportParts.AsNoTracking().Where(p => p.RunId == run.Id && !accepted.Contains(p.Code) && !rejected.Contains(p.Code) && !faulted.Contains(p.Code)).OrderBy(p => p.Slug).ThenBy(p => p.Number).Take(5000).ToListAsync(ct);
        db.AddRange(orphans.Select(p => Fault(ItemRows.Groups.First(g => g.Slug == p.Slug).Title, p.Number, p.Code, new(Template.CodeHead, "orphan", $"“{Template.Main}”表中没有编码 {p.Code}，这一行不属于任何事项"))));
        await Step(p => p.Rejected += orphans.Count, ct);
    }

    /// <summary>Saves the chunk with the progress it made, unless somebody stopped the run meanwhile.</summary>
    private async Task Step(Action<ImportProgress> made, CancellationToken ct)
    {
        await writer.Write(act, async () =>
        {
            if (await db.ImportRuns.AsNoTracking().Where(r => r.Id == run.Id).Select(r => r.State).FirstAsync(ct) != ImportState.Checking)
            {
                throw new OperationCanceledException("The run was stopped.");
            }

            var progress = await db.ImportProgress.FirstAsync(p => p.RunId == run.Id, ct);
            made(progress);
            progress.At = time.Now();
        }, ct);
        db.ChangeTracker.Clear();
    }
}
