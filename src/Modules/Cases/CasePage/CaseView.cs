using Yimen.Cases.Contracts;
using Yimen.Platform.Ui;

namespace Yimen.Cases.CasePage;

/// <summary>A case as staff see it.</summary>
public sealed record CaseView
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Item { get; init; }

    public required Guid ItemId { get; init; }

    public required int ItemVersion { get; init; }

    public required string Unit { get; init; }

    public required string State { get; init; }

    public required Tone Tone { get; init; }

    public required string Channel { get; init; }

    public required string ProjectType { get; init; }

    public required string AcceptMode { get; init; }

    public required DeadlineView Deadline { get; init; }

    public required IReadOnlyList<StepView> Steps { get; init; }

    public required ApplicantView Applicant { get; init; }

    public required string Request { get; init; }

    /// <summary>延续: until when the licence to be renewed holds.</summary>
    public DateOnly? LicenceUntil { get; init; }

    public string LicenceNumber { get; init; } = "";

    public required IReadOnlyList<MaterialView> Materials { get; init; }

    public IReadOnlyList<Deferrals.DeferralLine> Deferrals { get; init; } = [];

    public IReadOnlyList<Pledges.PledgeLine> Pledges { get; init; } = [];

    public IReadOnlyList<Consultations.ConsultationLine> Consultations { get; init; } = [];

    public Handovers.PaperPlaceView? Paper { get; init; }

    /// <summary>一次多件: the visit, when more came with this case.</summary>
    public Guid? VisitId { get; init; }

    public DateOnly Today { get; init; }

    public bool CanMakeUp { get; init; }

    public bool CanExtendDeferral { get; init; }

    public required IReadOnlyList<OpinionView> Opinions { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    public required IReadOnlyList<VerbLink> Verbs { get; init; }

    /// <summary>What is done seldom, under 更多.</summary>
    public required IReadOnlyList<VerbLink> Seldom { get; init; }

    public required IReadOnlyList<LawRow> Law { get; init; }

    /// <summary>Every paper that was issued for it.</summary>
    public required IReadOnlyList<DocumentLink> Documents { get; init; }

    /// <summary>Who acted for the applicant, and on what it rested.</summary>
    public required IReadOnlyList<Acting.ActingRow> Actings { get; init; }

    public required Pickup.CasePickupView Pickup { get; init; }

    public required Payments.CasePaymentsView Payments { get; init; }

    public string? Decision { get; init; }

    public string? DocumentHref { get; init; }

    /// <summary>补录, when it was entered later.</summary>
    public Outages.LateEntryView? Late { get; init; }

    /// <summary>异常情况, for those who may read them.</summary>
    public IReadOnlyList<Anomalies.AnomalyRow> Anomalies { get; init; } = [];

    public required int Version { get; init; }
}

public sealed record ApplicantView(string Kind, string Name, string Number, string Phone, string Address, string Agent, bool CanUnmask)
{
    /// <summary>已读卡, 未读卡; null online.</summary>
    public string? Card { get; init; }
}

/// <param name="How">In which way it was met, in words.</param>
public sealed record MaterialView(string Name, bool Required, bool Met, string How, string? Href)
{
    /// <summary>圈注: how many there are, and where they are made by those who may.</summary>
    public int Marks { get; init; }

    public string? VersionsHref { get; init; }

    public string? MarksHref { get; init; }

    /// <summary>必要, 非必要, 容缺后补.</summary>
    public string Need { get; init; } = Required ? "必要" : "非必要";
}

public sealed record OpinionView(string Who, DateTimeOffset At, bool Grant, string Text);

/// <summary>A verb that the visitor may call on this case now.</summary>
public sealed record VerbLink(string Text, string Href, bool Primary);

/// <summary>The tone of a state: one colour and shape wherever it stands.</summary>
internal static class CaseTone
{
    public static Tone Of(CaseState state) => state switch
    {
        CaseState.Granted or CaseState.Delivered or CaseState.Archived => Tone.Good,
        CaseState.Denied or CaseState.Refused => Tone.Bad,
        CaseState.Submitted or CaseState.Received or CaseState.Corrected or CaseState.AwaitingDelivery => Tone.Warn,
        CaseState.CorrectionAsked => Tone.Paused,
        CaseState.Draft or CaseState.Discarded or CaseState.Terminated or CaseState.Expired or CaseState.TransferredUp => Tone.Neutral,
        _ => Tone.Active,
    };
}
