using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Province;

/// <summary>The comparison that was made last.</summary>
public sealed record DriftRunLine(DateTimeOffset At, int Items, int Found, int Settled, int Open);

/// <summary>The list that comparisons are made with.</summary>
public sealed record ProvinceListLine(string FileName, string By, DateTimeOffset At, int Lines);

public sealed record DriftListView(IReadOnlyList<DriftRow> Rows, Paging Paging, DriftFilter Filter)
{
    public required IReadOnlyList<Choice> Units { get; init; }

    public DriftRunLine? Last { get; init; }

    public ProvinceListLine? List { get; init; }

    public bool MayImport { get; init; }

    public string Sort => Filter.Sort is "code" or "-code" or "name" or "-name" or "found" ? Filter.Sort : "-found";

    public IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<DriftKind>().Select(k => new Choice(k.ToString(), Label.Of(k)))];

    public IReadOnlyList<Choice> States { get; } = [new("settled", Label.Of(DriftState.Settled)), new("all", "全部")];

    public IReadOnlyList<FilterChip> Chips
    {
        get
        {
            var chips = new List<FilterChip>();
            void Add(string name, string? value, string? label) => chips.AddRange(string.IsNullOrWhiteSpace(value) || label is null ? [] : [new FilterChip(label, name)]);
            Add("q", Filter.Q, $"包含“{Filter.Q}”");
            Add("unit", Filter.Unit, $"单位：{Units.FirstOrDefault(u => u.Value == Filter.Unit)?.Label ?? Filter.Unit}");
            Add("kind", Filter.Kind, Kinds.FirstOrDefault(k => k.Value == Filter.Kind)?.Label);
            Add("state", Filter.State, States.FirstOrDefault(s => s.Value == Filter.State)?.Label);
            return chips;
        }
    }

    internal static Tone ToneOf(DriftKind kind) => kind == DriftKind.Differs ? Tone.Warn : Tone.Bad;
}
