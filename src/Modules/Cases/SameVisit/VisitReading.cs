using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Cases.Filing;
using Yimen.Cases.Materials;
using Yimen.Cases.Reception;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.SameVisit;

/// <summary>Receives several items at once, all or none.</summary>
internal sealed class VisitReading(AppDb db, Writer writer, IdSource ids, ReceiveCase.Reading reception, CounterWindows counter, Taking taking)
{
    /// <summary>The visit under which the cases stand; null with what is wrong in <paramref name="errors"/>.</summary>
    public async Task<Guid?> Receive(HttpContext http, IReadOnlyList<Guid> items, ReceptionInput input, FormErrors errors, CancellationToken ct)
    {
        var (act, merged) = (http.Act(), await Merged(items, ct));
        var licences = Licences(http, merged).ToDictionary(l => l.Key, l => Renewal.Read(l.Value, errors, Of(l.Key)));
        if (await reception.Read(http, input, errors, ct) is not { } read || errors.Count > 0)
        {
            return null;
        }

        var visit = ids.NewId(act.Now);
        return await writer.Write(act, http.IdempotencyKey, async () =>
        {
            foreach (var (item, subject) in merged.Subjects)
            {
                await taking.Take(subject, Of(subject, read, merged) with { Visit = visit, Licence = licences.GetValueOrDefault(item) }, act, ct);
            }

            return visit;
        }, ct);
    }

    public async Task<VisitView> View(HttpContext http, IReadOnlyList<Guid> items, ReceptionInput input, FormErrors errors, CancellationToken ct)
    {
        var merged = await Merged(items, ct);
        var rows = await reception.Rows(http, items, merged.Lines, input, ct);
        return new([.. merged.Subjects.Select(s => new VisitItem(s.Item, s.Subject.Version.Name, string.Join("、", s.Subject.Version.Content.Materials.Select(m => m.Name))))], rows, await counter.Choices(http, ct), input, errors)
        {
            Licences = Licences(http, merged),
        };
    }

    // each renewal has its own old licence
    private static Dictionary<Guid, LicenceInput> Licences(HttpContext http, MergedMaterials merged) => merged.Subjects.Where(s => Renewal.Is(s.Subject.Version.Name))
        .ToDictionary(s => s.Item, s => http.Request.HasFormContentType ? Renewal.Posted(http.Request.Form, Of(s.Item)) : LicenceInput.None);

    internal static string Of(Guid item) => $"-{item:N}";

    // the lines of the form as the materials of one item
    private static ReadReception Of(CaseSubject subject, ReadReception read, MergedMaterials merged)
    {
        var asked = subject.Version.Content.Materials;
        var lines = Enumerable.Range(1, asked.Count).ToDictionary(order => order, order => merged.LineOf(asked[order - 1].Name));
        return read with
        {
            Ways = lines.Where(l => read.Ways.ContainsKey(l.Value)).ToDictionary(l => l.Key, l => Shared(read.Ways[l.Value], merged, asked[l.Key - 1])),
            Again = lines.Where(l => read.Again.ContainsKey(l.Value)).ToDictionary(l => l.Key, l => read.Again[l.Value]),
        };
    }

    // what serves several items says so in each
    private static MaterialWay Shared(MaterialWay way, MergedMaterials merged, Material asked) =>
        merged.Uses(asked.Name) > 1 && way is { Note.Length: 0, How: MaterialHow.OriginalKept or MaterialHow.Copy } ? way with { Note = $"一次多件，{merged.Uses(asked.Name)} 件共用" } : way;

    private async Task<MergedMaterials> Merged(IReadOnlyList<Guid> items, CancellationToken ct)
    {
        var subjects = new List<(Guid, CaseSubject)>();
        foreach (var item in items)
        {
            subjects.Add((item, await db.SubjectOf(item, ct)));
        }

        return new(subjects);
    }
}

/// <summary>The materials of several items, each name once; the stricter need wins.</summary>
internal sealed class MergedMaterials(IReadOnlyList<(Guid Item, CaseSubject Subject)> subjects)
{
    private static readonly string[] Needs = ["必要", "容缺后补", "非必要"];

    public IReadOnlyList<(Guid Item, CaseSubject Subject)> Subjects => subjects;

    public IReadOnlyList<Material> Lines { get; } = [.. subjects.SelectMany(s => s.Subject.Version.Content.Materials).GroupBy(m => m.Name).Select(g => g.MinBy(m => Array.IndexOf(Needs, m.Need))!)];

    /// <summary>The line on the form, from 1.</summary>
    public int LineOf(string name) => Lines.Select(l => l.Name).ToList().IndexOf(name) + 1;

    /// <summary>How many of the items ask for it.</summary>
    public int Uses(string name) => subjects.Count(s => s.Subject.Version.Content.Materials.Any(m => m.Name == name));
}

public sealed record VisitItem(Guid Id, string Name, string Materials);

public sealed record VisitView(IReadOnlyList<VisitItem> Items, IReadOnlyList<WayRow> Papers, IReadOnlyList<Choice> Windows, ReceptionInput Input, FormErrors Errors)
{
    /// <summary>延续: by item, the licence to be renewed as typed.</summary>
    public IReadOnlyDictionary<Guid, LicenceInput> Licences { get; init; } = new Dictionary<Guid, LicenceInput>();
}
