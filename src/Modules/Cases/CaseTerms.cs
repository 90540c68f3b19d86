using Yimen.Catalog.Contracts;
using Yimen.Kernel;

namespace Yimen.Cases;

/// <summary>What of the item's version governs the case, fixed at its beginning.</summary>
internal sealed record CaseTerms
{
    public ProjectType ProjectType { get; init; } = ProjectType.Promised;

    public AcceptMode AcceptMode { get; init; } = AcceptMode.UnitAccepts;

    public bool OneWindow { get; init; }

    public int PromisedDays { get; init; }

    public DayKind PromisedKind { get; init; }

    /// <summary>Null where the law sets no limit.</summary>
    public int? StatutoryDays { get; init; }

    public DayKind StatutoryKind { get; init; }

    /// <summary>预警 begins when so few days are left (domain C7): a dated share of the promised period, at least one.</summary>
    public int WarningDays { get; init; } = 1;

    /// <summary>特别程序: at most so many days by the item's list; 0 where it names none.</summary>
    public int SpecialDays { get; init; }

    /// <summary>The unit's own days for review and for signing; 0 where the list sets none.</summary>
    public int ReviewDays { get; init; }

    public int SigningDays { get; init; }

    /// <summary>The licence or certificate that a grant is followed by; empty where the decision is all.</summary>
    public string Certificate { get; init; } = "";

    public Period Promised => new(PromisedDays, PromisedKind);

    public Period? Statutory => StatutoryDays is { } days ? new(days, StatutoryKind) : null;

    /// <param name="warningShare">Hundredths of the promised period.</param>
    public static CaseTerms Of(ItemVersionRef version, int warningShare) => new()
    {
        ProjectType = version.ProjectType,
        AcceptMode = version.AcceptMode,
        OneWindow = version.OneWindow,
        PromisedDays = version.Content.Promised?.Days ?? version.Content.Statutory?.Days ?? 0,
        PromisedKind = version.Content.Promised?.Kind ?? version.Content.Statutory?.Kind ?? DayKind.Working,
        StatutoryDays = version.Content.Statutory?.Days,
        StatutoryKind = version.Content.Statutory?.Kind ?? DayKind.Working,
        WarningDays = Math.Max(1, (version.Content.Promised?.Days ?? 0) * warningShare / 100),
        SpecialDays = version.Content.SpecialDays,
        ReviewDays = version.Content.Steps.Where(s => s.Kind == "审查").Sum(s => s.Days),
        SigningDays = version.Content.Steps.Where(s => s.Kind == "决定").Sum(s => s.Days),
        // one person at one desk hands the paper over with the decision; only else is its making a step of its own
        Certificate = version.AcceptMode == AcceptMode.OnePerson ? "" : version.Content.Outcomes.FirstOrDefault(o => o.Type == "证照")?.Name ?? "",
    };
}
