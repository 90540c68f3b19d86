using Yimen.Catalog.Contracts;
using Yimen.Catalog.Province;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Catalog;

/// <summary>事项 — an entry of the basic catalogue as one body at one level carries it out: its codes, its versions, and the days on which it was in force.</summary>
internal sealed partial class Item : IMatter
{
    private readonly List<ItemVersion> versions = [];
    private readonly List<InForce> daysInForce = [];

    private Item()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>基本编码, 12 digits, inherited.</summary>
    public string BasicCode { get; private init; } = "";

    /// <summary>业务办理项 serial, two digits.</summary>
    public string Handling { get; private init; } = "";

    /// <summary>事项类型, inherited: characters 3–4 of the basic code.</summary>
    public string Type { get; private init; } = "";

    public UnitId Unit { get; private init; }

    /// <summary>行使层级: 4, 5, 6.</summary>
    public int Level { get; private init; }

    public AreaCode Area { get; private init; }

    /// <summary>业务办理项编码, 33 characters: credit code, level, basic code, serial.</summary>
    public string HandlingCode { get; private init; } = "";

    public string Name { get; private set; } = "";

    public ItemState State { get; private set; }

    /// <summary>The version in force or, when suspended, the last that was.</summary>
    public Guid? Current { get; private set; }

    /// <summary>Order among the most used items of the portal's home; null for the others.</summary>
    public int? HotRank { get; private set; }

    public IReadOnlyList<ItemVersion> Versions => versions;

    public IReadOnlyList<InForce> DaysInForce => daysInForce;

    public Trail Trail { get; private set; } = new();

    public MatterRef Ref => new("item", Id);

    /// <summary>The version being worked on, if there is one.</summary>
    public ItemVersion? Working => versions.Find(v => v.State is VersionState.Editing or VersionState.UnitReview or VersionState.CentreReview);

    public ItemVersion? Published => versions.Find(v => v.Id == Current);

    /// <summary>Whether a change may begin: something was published, nothing is open, the item lives.</summary>
    public bool CanChange => Working is null && Current is not null && State != ItemState.Cancelled;

    /// <summary>A first version is not given up by itself: the item would be left without any.</summary>
    public bool CanDiscard => Current is not null;

    /// <summary>The version as its editor may write it.</summary>
    /// <exception cref="RuleViolation"><c>no-draft</c>, <c>wrong-state</c>.</exception>
    public ItemVersion Editable()
    {
        var version = Open();
        ItemLifecycle.Versions.After(version.State, VersionVerb.Edit);
        return version;
    }

    public IEnumerable<TaskSpec> WaitsFor => Working switch
    {
        { State: VersionState.Editing } => [Task("edit", "编辑事项", Roles.UnitEditor, Unit)],
        { State: VersionState.UnitReview } => [Task("unit-review", "部门审核事项", Roles.UnitReviewer, Unit)],
        { State: VersionState.CentreReview } => [Task("centre-review", "中心审核事项", Roles.Catalogue, null)],
        _ => [],
    };

    /// <summary>认领 — the unit takes an entry of the basic catalogue as its own; a first version opens for editing.</summary>
    public static Item Claim(ItemCodes codes, ItemDraft draft, Guid id, Guid versionId, Act act)
    {
        var item = new Item
        {
            Id = id,
            BasicCode = codes.Basic,
            Handling = codes.Handling,
            Type = codes.Basic[2..4],
            Unit = codes.Unit,
            Level = codes.Level,
            Area = codes.Area,
            HandlingCode = $"{codes.CreditCode}{codes.Level}{codes.Basic}{codes.Handling}",
            Name = draft.Name,
        };
        item.versions.Add(ItemVersion.Begin(versionId, id, 1, draft, act.Now));
        item.Trail.Note(act, "认领", null, Label.Of(VersionState.Editing), new Change("事项名称", null, draft.Name));
        return item;
    }

    /// <summary>修改 — the editor writes the version that is open.</summary>
    public void Edit(ItemDraft draft, Act act)
    {
        var version = Editable();
        var changes = ItemDifference.Between(version.Draft, draft).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        version.Write(draft, act.Now);
        Name = Current is null ? draft.Name : Name;
        Trail.Note(act, Label.Of(VersionVerb.Edit), Label.Of(version.State), Label.Of(version.State), changes);
    }

    /// <summary>变更 — a new version opens beside the one in force.</summary>
    public ItemVersion BeginChange(Guid versionId, Act act)
    {
        if (Working is not null)
        {
            throw new RuleViolation("change-open", "这个事项已有一个版本正在编辑或审核，请先完成或放弃它。");
        }

        var basis = Published ?? throw new RuleViolation("not-published", "事项尚未发布，直接修改即可。");
        if (State == ItemState.Cancelled)
        {
            throw new RuleViolation("cancelled", "事项已取消，不能再变更。");
        }

        var version = ItemVersion.Begin(versionId, Id, versions.Max(v => v.Number) + 1, basis.Draft, act.Now);
        versions.Add(version);
        Trail.Note(act, "变更", null, Label.Of(VersionState.Editing), new Change("版本", $"{basis.Number}", $"{version.Number}"));
        return version;
    }

    /// <summary>提交审核, 部门审核通过, 退回修改, 放弃 — the steps between the desk and publication.</summary>
    public void Pass(VersionVerb verb, Act act)
    {
        var version = Open();
        if (verb == VersionVerb.Return && act.Reason is null)
        {
            throw new RuleViolation("reason", "退回修改时请写明需要修改的内容。");
        }

        if (verb is VersionVerb.Edit or VersionVerb.Publish or VersionVerb.Replace)
        {
            throw new ArgumentOutOfRangeException(nameof(verb), verb, "has a verb of its own");
        }

        if (verb == VersionVerb.Discard && !CanDiscard)
        {
            throw new RuleViolation("first-version", "事项还没有发布过，不能放弃唯一的版本。");
        }

        var (from, to) = (version.State, version.Move(verb));
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(to), new Change("版本", null, $"{version.Number}"));
    }

    /// <summary>发布 — the version becomes the one in force and is frozen; the one before stays readable for the cases that began with it.</summary>
    /// <param name="province">Under which number and version the province has published it: the power to publish lies there.</param>
    public void Publish(Act act, DateOnly from, ProvincialRef province)
    {
        var version = Open();
        PublishGate.Check(version.Draft, Type);
        if (Published is { } before && before.ProvincialId == province.Id && before.ProvincialVersion > province.Version)
        {
            throw new RuleViolation("provincial-version", $"省目录版本不能小于已发布版本登记的第 {before.ProvincialVersion} 版。");
        }

        State = ItemLifecycle.Items.After(State, ItemVerb.Publish);
        Published?.Move(VersionVerb.Replace);
        version.Move(VersionVerb.Publish);
        version.Register(province);
        Close(from);
        daysInForce.Add(new InForce(Id, version.Id, from));
        (Current, Name) = (version.Id, version.Name);
        Trail.Note(act, Label.Of(ItemVerb.Publish), Label.Of(VersionState.CentreReview), Label.Of(VersionState.Published),
            new Change("版本", null, $"{version.Number}"), new Change("省目录编号", null, province.Id), new Change("省目录版本", null, $"{province.Version}"));
    }

    /// <summary>暂停, 恢复, 取消 — whether the public may use the item, with the reason they will read.</summary>
    public void Apply(ItemVerb verb, Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", $"{Label.Of(verb)}事项须写明原因和依据。");
        }

        if (verb == ItemVerb.Cancel && Working is not null)
        {
            throw new RuleViolation("change-open", "这个事项有一个版本正在编辑或审核，请先放弃或退回放弃它，再取消事项。");
        }

        var (from, to) = (State, ItemLifecycle.Items.After(State, verb));
        State = to;
        Close(act.Today);
        if (to == ItemState.InForce)
        {
            daysInForce.Add(new InForce(Id, Current!.Value, act.Today));
        }

        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(to));
    }

    /// <summary>常用 — a place among the most used items of the home page.</summary>
    public void Rank(int? rank, Act act)
    {
        Trail.Note(act, "调整常用排序", null, null, new Change("常用排序", HotRank?.ToString(), rank?.ToString()));
        HotRank = rank;
    }

    internal ItemVersion Open() => Working ?? throw new RuleViolation("no-draft", "没有正在编辑的版本，请先发起变更。");

    private void Close(DateOnly on)
    {
        foreach (var day in daysInForce.Where(d => d.To is null))
        {
            day.End(on);
        }
    }

    private TaskSpec Task(string code, string act, string role, UnitId? unit) => new(code, $"{act}：{Working!.Name}", role, unit) { Href = $"/desk/items/{Id}" };
}

/// <summary>The codes under which an entry is claimed.</summary>
internal sealed record ItemCodes(string Basic, string Handling, UnitId Unit, string CreditCode, int Level, AreaCode Area);
