using Microsoft.AspNetCore.Http;
using Yimen.Cases.Filing;
using Yimen.Cases.Materials;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Reception;

/// <summary>What the clerk typed and ticked.</summary>
public sealed record ReceptionInput
{
    public ApplicantInput Applicant { get; init; } = new();

    public Acting.ActingInput Acting { get; init; } = new();

    public string Window { get; init; } = "";

    public string Request { get; init; } = "";

    /// <summary>延续: the licence to be renewed, as typed.</summary>
    public LicenceInput Licence { get; init; } = LicenceInput.None;

    /// <summary>The orders of the materials that were handed in, each in its usual way.</summary>
    public IReadOnlyList<int> Papers { get; init; } = [];

    /// <summary>How each material was met, by its order; goes before <see cref="Papers"/>.</summary>
    public IReadOnlyDictionary<int, WayInput> Ways { get; init; } = new Dictionary<int, WayInput>();

    public string? Key { get; init; }

    public static ReceptionInput From(IFormCollection form) => new()
    {
        Applicant = ApplicantInput.From(form),
        Acting = Cases.Acting.ActingInput.From(form),
        Window = form["window"].FirstOrDefault() ?? "",
        Request = form["request"].FirstOrDefault()?.Trim() ?? "",
        Licence = Renewal.Posted(form),
        Papers = [.. form["papers"].Select(p => int.TryParse(p, out var order) ? order : 0).Where(o => o > 0)],
        Ways = WayForm.Posted(form),
        Key = form["idempotencyKey"].FirstOrDefault(),
    };
}

/// <summary>A material of the guide that is ticked when it came.</summary>
public sealed record PaperRow(int Order, string Name, string Need, int Copies, string Standard);

public sealed record ReceptionView(
    Guid ItemId, string Item, string Unit, string ProjectType, string Promised, string AcceptMode,
    IReadOnlyList<WayRow> Papers, IReadOnlyList<Choice> Windows, ReceptionInput Input, FormErrors Errors)
{
    /// <summary>The port of this computer's device bridge.</summary>
    public int Bridge { get; init; }

    /// <summary>The applicant is known from before: the form is filled, Enter finishes.</summary>
    public bool Known { get; init; }
}
