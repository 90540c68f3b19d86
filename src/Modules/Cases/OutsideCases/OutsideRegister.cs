using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.OutsideCases;

/// <summary>Lines that cannot be taken: with them nothing is.</summary>
internal sealed class FaultyLines(IReadOnlyList<LineFault> faults) : Exception
{
    public IReadOnlyList<LineFault> Faults { get; } = faults;

    /// <summary>As a program is told of them.</summary>
    /// <param name="name">How the program calls the field.</param>
    public FormErrors ByField(Func<LineFault, string> name)
    {
        var errors = new FormErrors();
        foreach (var fault in Faults)
        {
            errors.Add(name(fault), fault.Reason + "。");
        }

        return errors;
    }
}

/// <summary>登记 — takes all lines or none: the use case that page, workbook and program share. Checked within the write, so that a retry of what was done is no fault.</summary>
internal sealed class OutsideRegister(AppDb db, Writer writer, Calendars calendars, CountyScope scope, IdSource ids, OutsideItems items)
{
    /// <exception cref="FaultyLines">With every fault.</exception>
    public async Task<Registered> Register(HttpContext http, IReadOnlyList<OutsideLine> lines, OutsideImport? import, CancellationToken ct)
    {
        var (act, clock) = (http.Act(), await calendars.Of(scope.County, db, ct));
        try
        {
            return await writer.Write(act, http.IdempotencyKey, async () =>
            {
                var entries = await Read(http, lines, ct);
                var made = entries.Select(e => OutsideCase.Register(ids.NewId(act.Now), e with { Import = import?.Id }, act, clock)).ToList();
                db.AddRange(made);
                db.AddRange(import is null ? Array.Empty<OutsideImport>() : [import]);
                return new Registered(made.ConvertAll(c => c.Id), import?.Id);
            }, ct);
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            // another registered the number between our look and our write
            db.ChangeTracker.Clear();
            await Read(http, lines, ct);
            throw;
        }
    }

    private async Task<List<OutsideEntry>> Read(HttpContext http, IReadOnlyList<OutsideLine> lines, CancellationToken ct)
    {
        var today = http.Act().Today;
        var windows = await items.Windows(http.Visitor, today).ToDictionaryAsync(w => w.Code, ct);
        var (entries, faults) = (new List<OutsideEntry>(), new List<LineFault>());
        var known = new Dictionary<(string, string), (CaseSubject? Found, string Why)>();
        foreach (var line in lines)
        {
            var before = faults.Count;
            var (subject, why) = known.TryGetValue((line.Item, line.Window), out var seen) ? seen : known[(line.Item, line.Window)] = await items.Find(line.Item, line.Window, ct);
            var window = windows.GetValueOrDefault(line.Window);
            Check(line, subject is null ? why : null, window is null, today, faults);
            if (faults.Count == before)
            {
                entries.Add(new(subject!, LineReading.Tidy(line.Number), line.Applicant, LineReading.Day(line.AcceptedOn)!.Value, window!.Code, window.Area));
            }
        }

        faults.AddRange(await Doubles(lines, ct));
        return faults.Count > 0 ? throw new FaultyLines([.. faults.OrderBy(f => f.Row)]) : entries;
    }

    private static void Check(OutsideLine line, string? noItem, bool noWindow, DateOnly today, List<LineFault> faults)
    {
        void Add(string field, string head, string given, string reason) => faults.Add(new(line.Row, field, head, given, reason));
        if (noItem is not null)
        {
            Add("item", "事项", line.Item, line.Item.Length == 0 ? "请填写事项" : noItem);
        }

        if (LineReading.Tidy(line.Number).Length is 0 or > 60)
        {
            Add("number", "外部编号", line.Number, line.Number.Length == 0 ? "请填写外部系统给的编号" : "外部编号不能超过 60 个字符");
        }

        if (line.Applicant.Length is < 2 or > 100)
        {
            Add("applicant", "申请人", "", "请填写申请人姓名或单位名称，2 至 100 个字");
        }

        if (LineReading.Day(line.AcceptedOn) is not { } on)
        {
            Add("acceptedOn", "受理日期", line.AcceptedOn, "请填写外部系统的受理日期，例如 2020-10-30");
        }
        else if (on > today)
        {
            Add("acceptedOn", "受理日期", line.AcceptedOn, "受理日期不能晚于今天");
        }

        if (noWindow)
        {
            Add("window", "窗口", line.Window, line.Window.Length == 0 ? "请填写窗口编号" : "没有这个窗口，或不是您可以登记的窗口");
        }
    }

    private async Task<List<LineFault>> Doubles(IReadOnlyList<OutsideLine> lines, CancellationToken ct)
    {
        var tidy = lines.Select(l => (l.Row, Number: LineReading.Tidy(l.Number))).Where(l => l.Number.Length > 0).ToList();
        var wanted = tidy.Select(t => t.Number).Distinct().ToList();
        var there = new HashSet<string>();
        foreach (var some in wanted.Chunk(500))
        {
            there.UnionWith(await db.OutsideCases.Standing.Where(c => some.Contains(c.Number)).Select(c => c.Number).ToListAsync(ct));
        }

        var first = new Dictionary<string, int>();
        return [.. from t in tidy
            let earlier = first.TryAdd(t.Number, t.Row) ? (int?)null : first[t.Number]
            where earlier is not null || there.Contains(t.Number)
            select new LineFault(t.Row, "number", "外部编号", t.Number, earlier is { } row ? $"与第 {row} 行的外部编号重复" : "这个外部编号已经登记过，不能重复登记")];
    }
}

/// <summary>What was registered: the ids in the order of the lines, and the record of the workbook that brought them.</summary>
internal sealed record Registered(IReadOnlyList<Guid> Ids, Guid? Import);
