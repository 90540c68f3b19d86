using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Pledges;

/// <summary>告知承诺文本 — for one material, of one item or of any: what is pledged, what will be checked, what follows a breach; version by version. Where there is none, the material cannot be pledged away.</summary>
internal sealed class PledgeText : IMatter
{
    public const string MatterKind = "pledge-text";

    private readonly List<PledgeWording> versions = [];

    private PledgeText()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>The material as the guides call it.</summary>
    public string Material { get; private init; } = "";

    /// <summary>The item it holds for; null: every item that asks for a material of this name.</summary>
    public Guid? ItemId { get; private init; }

    /// <summary>From this day on nobody may pledge by it; null while it is in use.</summary>
    public DateOnly? EndedOn { get; private set; }

    public IReadOnlyList<PledgeWording> Versions => versions;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>制定文本 — the first version.</summary>
    public static PledgeText Issue(Guid id, string material, Guid? item, PledgeWords words, Act act)
    {
        var text = new PledgeText { Id = id, Material = material, ItemId = item };
        text.versions.Add(PledgeWording.Of(id, 1, words));
        text.Trail.Note(act, "制定文本", null, null, new("材料", null, material), new("承诺内容", null, words.Pledged), new("生效日期", null, $"{words.From:yyyy-MM-dd}"));
        return text;
    }

    /// <summary>修订文本 — a next version, from a day that is not over; what was signed keeps the version it was signed by.</summary>
    public void Revise(PledgeWords words, Act act)
    {
        if (EndedOn is not null)
        {
            throw new RuleViolation("text-ended", "这份文本已经停用。");
        }

        var last = versions.MaxBy(v => v.Number)!;
        if (words.From < act.Today || words.From <= last.Words.From)
        {
            throw new RuleViolation("text-backwards", $"新版本的生效日期不能早于今天，并且要晚于现行版本的生效日期（{last.Words.From:yyyy-MM-dd}）。");
        }

        versions.Add(PledgeWording.Of(Id, last.Number + 1, words));
        Trail.Note(act, "修订文本", null, null, new("承诺内容", last.Words.Pledged, words.Pledged), new("核查内容", last.Words.Checked, words.Checked), new("违诺后果", last.Words.Consequence, words.Consequence), new("生效日期", null, $"{words.From:yyyy-MM-dd}"));
    }

    /// <summary>停用文本.</summary>
    public void End(Act act)
    {
        if (EndedOn is not null)
        {
            throw new RuleViolation("text-ended", "这份文本已经停用。");
        }

        EndedOn = act.Today;
        Trail.Note(act, "停用文本", null, null);
    }

    /// <summary>The version in force on a day; null when there is none.</summary>
    public PledgeWording? On(DateOnly day) => EndedOn <= day ? null : versions.Where(v => v.Words.From <= day).MaxBy(v => v.Words.From);
}

/// <summary>One version of a text.</summary>
internal sealed class PledgeWording
{
    public Guid TextId { get; private init; }

    public int Number { get; private init; }

    public PledgeWords Words { get; private init; } = new(default, "", "", "");

    public static PledgeWording Of(Guid text, int number, PledgeWords words) => new() { TextId = text, Number = number, Words = words };
}

/// <summary>What a version says.</summary>
/// <param name="Pledged">承诺内容.</param>
/// <param name="Checked">核查内容 and how.</param>
/// <param name="Consequence">违诺后果.</param>
internal sealed record PledgeWords(DateOnly From, string Pledged, string Checked, string Consequence);
