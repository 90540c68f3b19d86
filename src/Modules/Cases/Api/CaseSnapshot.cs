using System.Linq.Expressions;
using Yimen.Cases.Contracts;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;

namespace Yimen.Cases.Api;

/// <summary>办件 — a case as the API tells it. Personal values are masked; showing them whole is an act of its own at the desk.</summary>
public sealed record CaseSnapshot
{
    public required Guid Id { get; init; }

    /// <summary>受理编号; empty while a draft.</summary>
    public required string Number { get; init; }

    public required Guid ItemId { get; init; }

    public required string Item { get; init; }

    /// <summary>The unit that decides.</summary>
    public required UnitId Unit { get; init; }

    public required AreaCode Area { get; init; }

    public required CaseState State { get; init; }

    public required Channel Channel { get; init; }

    public required string? Window { get; init; }

    public required ProjectType ProjectType { get; init; }

    public required ApplicantKind ApplicantKind { get; init; }

    /// <summary>The name; number and phone are masked.</summary>
    public required string Applicant { get; init; }

    public required string ApplicantNumber { get; init; }

    public required string ApplicantPhone { get; init; }

    public required string Request { get; init; }

    public required DateTimeOffset? FiledAt { get; init; }

    /// <summary>The legal day of receipt.</summary>
    public required DateOnly? ReceivedOn { get; init; }

    public required DateOnly? AcceptedOn { get; init; }

    public required DateOnly? Due { get; init; }

    public required DateOnly? StatutoryDue { get; init; }

    public required DateOnly? DecidedOn { get; init; }

    public required bool? Granted { get; init; }

    public required DateOnly? DeliveredOn { get; init; }

    /// <summary>The document of the decision, at /documents/{id}.</summary>
    public required Guid? DocumentId { get; init; }

    public required IReadOnlyList<MaterialSnapshot> Materials { get; init; }

    /// <summary>For If-Match; also the ETag.</summary>
    public required int Version { get; init; }
}

/// <summary>A material of a case.</summary>
/// <param name="OnPaper">Paper of it lies with us: seen, kept, or copies.</param>
/// <param name="How">In which of the ways it was met.</param>
/// <param name="Copies">收复印件: how many.</param>
/// <param name="File">The name of the uploaded file; null when none was.</param>
public sealed record MaterialSnapshot(Guid Id, int Order, string Name, bool Required, bool OnPaper, MaterialHow How, int Copies, string Note, string? File);

/// <summary>The columns of a snapshot, in one query; and what of them only its reader may be held against.</summary>
internal sealed record SnapshotRow(CaseSnapshot Shown, Sealed Number, Sealed Phone, Guid? AccountId)
{
    public static readonly Expression<Func<Case, SnapshotRow>> Of = c => new SnapshotRow(
        new CaseSnapshot
        {
            Id = c.Id, Number = c.Number, ItemId = c.ItemId, Item = c.ItemName, Unit = c.Unit, Area = c.Area, State = c.State, Channel = c.Channel, Window = c.Window,
            ProjectType = c.Terms.ProjectType, ApplicantKind = c.Applicant.Kind, Applicant = c.Applicant.Name, ApplicantNumber = "", ApplicantPhone = "", Request = c.Request,
            FiledAt = c.FiledAt, ReceivedOn = c.ReceivedOn, AcceptedOn = c.AcceptedOn, Due = c.Due, StatutoryDue = c.StatutoryDue, DecidedOn = c.DecidedOn,
            Granted = c.Decision == null ? null : c.Decision.Granted, DeliveredOn = c.DeliveredOn, DocumentId = c.DocumentId, Version = c.Trail.Count,
            Materials = c.Materials.OrderBy(m => m.Order).Select(m => new MaterialSnapshot(m.Id, m.Order, m.Name, m.Required, m.How >= MaterialHow.OriginalSeen && m.How <= MaterialHow.Copy, m.How, m.Copies, m.Note, m.FileName)).ToList(),
        },
        c.Applicant.Number, c.Applicant.Phone, c.AccountId);

    public CaseSnapshot Masked(County county) =>
        Shown with { ApplicantNumber = Masking.Id(county.Keys.Open(Number)), ApplicantPhone = Masking.Phone(county.Keys.Open(Phone)) };
}
