using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Cases.Hearings;

/// <summary>利害关系人 — who beside the applicant may ask for a hearing, how letters reach them, and which were sent (行政许可法 第四十七条). A column of the hearing: nothing is looked up by them.</summary>
/// <param name="Reach">A phone for letters by SMS, an address for those by post; sealed.</param>
internal sealed record HearingParty(string Name, DeliveryMethod Way, Sealed Reach)
{
    public IReadOnlyList<HearingLetter> Letters { get; init; } = [];

    /// <summary>The right was told in writing, and nobody knows yet when it reached them: their days have not begun.</summary>
    [JsonIgnore]
    public bool AwaitsRight => Letters.Any(l => l is { What: HearingPaper.Right, ServedOn: null });
}

/// <summary>A letter to a party: issued and numbered, then served.</summary>
internal sealed record HearingLetter(HearingPaper What, Guid DocumentId, DateOnly IssuedOn)
{
    public DateOnly? ServedOn { get; init; }

    public string ServedBy { get; init; } = "";

    /// <summary>How it was served: the parcel's number, who signed, who witnessed.</summary>
    public string Note { get; init; } = "";
}

/// <summary>What a letter to a party says.</summary>
public enum HearingPaper
{
    [Label("听证权利告知书")] Right = 1,
    [Label("听证通知书")] Notice = 2,
}

/// <summary>That a letter reached its party.</summary>
internal sealed record HearingService(Guid DocumentId, DateOnly On, string Note);

/// <summary>A party as a program states it.</summary>
/// <param name="Way">Direct, Post, Electronic, LeftBehind, Entrusted or Announced.</param>
/// <param name="Reach">The phone for Electronic, the address for Post.</param>
public sealed record HearingPartyInput(
    [property: Required(ErrorMessage = "请填写利害关系人 name。"), MaxLength(50, ErrorMessage = "利害关系人不能超过 50 个字。")] string? Name,
    [property: Required(ErrorMessage = "请填写送达方式 way。")] string? Way,
    [property: MaxLength(200, ErrorMessage = "电话或地址 reach 不能超过 200 个字。")] string? Reach);
