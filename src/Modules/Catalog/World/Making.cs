using Yimen.Catalog.Forms;
using Yimen.Kernel;
using Yimen.Platform.Files;
using Yimen.Platform.Identity;

namespace Yimen.Catalog.World;

/// <summary>Makes a line's offer, items and bindings through the verbs that people use, each act dated as the world says.</summary>
/// <param name="paper">The page that stands for each form of the most used items.</param>
internal sealed class Making(Bodies bodies, IdSource ids, ReceivedFile paper)
{
    private static readonly Dictionary<string, RegionLevel> RegionLevels = new()
    {
        ["city"] = RegionLevel.City, ["county"] = RegionLevel.County, ["town"] = RegionLevel.Town, ["village"] = RegionLevel.Village,
    };

    private readonly List<WindowBinding> bindings = [];
    private readonly List<StoredFile> forms = [];

    /// <summary>Gathered from all lines made so far.</summary>
    public IReadOnlyList<WindowBinding> Bindings => bindings;

    public static BasicItem Basic(ItemLine line, string department) => new()
    {
        Code = line.BasicCode,
        Name = WithoutHandling(line.Name, line.HandlingName),
        Type = line.Type,
        MainName = line.MainName,
        LegalBasis = string.Join("；", line.LegalBases.Select(b => $"《{b.Law}》{b.Article}")),
        Department = department,
        EffectiveFrom = new((line.Offer?.OfferedOn ?? line.PublishedOn).Year, 1, 1),
    };

    public IEnumerable<object> All(ItemLine line, BasicItem basic)
    {
        var times = new Timetable(line.Offer?.OfferedOn, line.PublishedOn, int.Parse(line.BasicCode[^5..]));
        var items = (line.Implementers.Count == 0 ? [line.Unit] : line.Implementers).Select(unit => Publish(line, bodies.Unit(unit), times)).ToList();
        bindings.AddRange(line.Windows.Distinct().Select(w => new WindowBinding { ItemId = bodies.At(w, items).Id, Window = w, From = line.PublishedOn }));
        return [.. items, .. Laid(), .. Offered(line, basic, items[0], times), .. Bound(line, items[0])];
    }

    public Offer Open(OpenOfferLine line, BasicItem basic)
    {
        var unit = new UnitId(line.Unit);
        var times = new Timetable(line.Offer.OfferedOn, line.Offer.OfferedOn.AddDays(40), int.Parse(line.BasicCode[^5..]));
        var offer = Offer.Make(ids.NewId(times.Offered), line.Offer.Batch, basic, line.Handling, line.Name, unit, new(Actor.System, times.Offered));
        if (line.Offer.State == "不认领")
        {
            offer.Decline(new(bodies.Who(Roles.UnitEditor, unit), times.Claimed, line.Offer.Reason));
        }

        return offer;
    }

    private Item Publish(ItemLine line, Organization.Contracts.UnitRef unit, Timetable times)
    {
        var codes = new ItemCodes(line.BasicCode, line.Handling, unit.Id, unit.CreditCode, unit.Level, unit.Area);
        var editor = bodies.Who(Roles.UnitEditor, unit.Id);
        var item = Item.Claim(codes, Drafts.Of(line), ids.NewId(times.Claimed), ids.NewId(times.Claimed), new(editor, times.Claimed));
        if (line.HotRank is not null)
        {
            LayForms(item, new(editor, times.Claimed));
        }

        item.Pass(VersionVerb.Submit, new(editor, times.Submitted));
        item.Pass(VersionVerb.UnitApprove, new(bodies.Who(Roles.UnitReviewer, unit.Id), times.Approved));
        item.Publish(new(bodies.Centre, times.Published), line.PublishedOn, MadeUp.Of(item.HandlingCode));
        if (line.HotRank is { } rank)
        {
            item.Rank(rank, new(bodies.Centre, times.Published));
        }

        return item;
    }

    private List<StoredFile> Laid()
    {
        List<StoredFile> laid = [.. forms];
        forms.Clear();
        return laid;
    }

    /// <summary>空白表格和样表 — the world's own are one page that says it is a sample.</summary>
    private void LayForms(Item item, Act act)
    {
        var laid = item.Editable().Draft;
        foreach (var (material, order) in item.Editable().Content.Materials.Select((m, i) => (m, i + 1)))
        {
            foreach (var kind in Enum.GetValues<FormKind>().Where(k => k == FormKind.BlankForm ? material.HasBlankForm : material.HasSample))
            {
                var row = StoredFile.Of(ids.NewId(act.Now), paper with { Name = $"{material.Name}（{Label.Of(kind)}）.pdf" }, item.Ref, act);
                forms.Add(row);
                laid = MaterialFiles.With(laid, order, kind, new(row.Id, row.Name, row.Size));
            }
        }

        item.Edit(laid, act);
    }

    private IEnumerable<Offer> Offered(ItemLine line, BasicItem basic, Item item, Timetable times)
    {
        if (line.Offer is null)
        {
            yield break;
        }

        var offer = Offer.Make(ids.NewId(times.Offered), line.Offer.Batch, basic, line.Handling, line.Name, item.Unit, new(Actor.System, times.Offered));
        offer.Claim(item.Id, new(bodies.Who(Roles.UnitEditor, item.Unit), times.Claimed));
        yield return offer;
    }

    private IEnumerable<object> Bound(ItemLine line, Item item) =>
    [
        .. line.Hall.Resident ? [new Residency { ItemId = item.Id, From = Later(line.Hall.Since, line.PublishedOn) }] : Array.Empty<Residency>(),
        .. line.CrossRegion.Select(level => new CrossRegion { ItemId = item.Id, Level = RegionLevels[level], From = line.PublishedOn }),
    ];

    private static DateOnly Later(DateOnly? since, DateOnly published) => since > published ? since.Value : published;

    private static string WithoutHandling(string name, string? handling) =>
        handling is not null && name.EndsWith($"（{handling}）", StringComparison.Ordinal) ? name[..^(handling.Length + 2)] : name;
}
