using System.Linq.Expressions;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Search;

/// <summary>A line of the case list.</summary>
public sealed record CaseRow
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Item { get; init; }

    public required string Applicant { get; init; }

    public required ApplicantKind ApplicantKind { get; init; }

    /// <summary>As lists show it: a person's name is masked, an organisation's is public.</summary>
    public string Shown => ApplicantKind == ApplicantKind.Person ? Masking.Name(Applicant) : Applicant;

    public required UnitId Unit { get; init; }

    public required CaseState State { get; init; }

    public required Channel Channel { get; init; }

    public required string? Window { get; init; }

    public required DateTimeOffset? FiledAt { get; init; }

    public required DateOnly? AcceptedOn { get; init; }

    public required DateOnly? Due { get; init; }

    public required DateOnly? DecidedOn { get; init; }

    public required ClockRow Clock { get; init; }

    /// <summary>补录.</summary>
    public required bool Late { get; init; }

    /// <summary>Whether the id was read from the card; null online.</summary>
    public required bool? CardRead { get; init; }

    public DeadlineView? Deadline { get; init; }

    internal static readonly Expression<Func<Case, CaseRow>> Of = c => new CaseRow
    {
        Id = c.Id, Number = c.Number, Item = c.ItemName, Applicant = c.Applicant.Name, ApplicantKind = c.Applicant.Kind, Unit = c.Unit, State = c.State, Channel = c.Channel, Window = c.Window,
        FiledAt = c.FiledAt, AcceptedOn = c.AcceptedOn, Due = c.Due, DecidedOn = c.DecidedOn,
        Clock = new ClockRow { State = c.State, TellBy = c.TellBy, AcceptedOn = c.AcceptedOn, Due = c.Due, ClosedOn = c.ClosedOn, Paused = c.Paused, PromisedKind = c.Terms.PromisedKind, WarningDays = c.Terms.WarningDays },
        Late = c.LateEntry != null, CardRead = c.CardRead,
    };
}

public sealed record CasesView(IReadOnlyList<CaseRow> Rows, Paging Paging, CaseFilter Filter, IReadOnlyList<Choice> Units, bool CanExport, bool CanReceive, bool CanUnmask);
