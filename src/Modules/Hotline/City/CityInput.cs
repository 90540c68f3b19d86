using System.ComponentModel.DataAnnotations;
using Yimen.Hotline.Contracts;

namespace Yimen.Hotline.City;

/// <summary>A batch of orders as the city sends it; at most a thousand.</summary>
public sealed record CityBatchInput([property: Required(ErrorMessage = "请填写 orders。")] IReadOnlyList<CityOrderInput?>? Orders);

/// <summary>One order of the city's. Each is answered by itself: what is wrong with one does not hold up the others.</summary>
public sealed record CityOrderInput
{
    /// <summary>The city's own number: what is sent twice is one order.</summary>
    public string? SourceNumber { get; init; }

    public OrderType? Type { get; init; }

    public Urgency? Urgency { get; init; }

    public string? Title { get; init; }

    public string? Content { get; init; }

    public string? Appeal { get; init; }

    /// <summary>Six digits, where the city classified it.</summary>
    public string? ContentClass { get; init; }

    /// <summary>Twelve digits of the division.</summary>
    public string? Area { get; init; }

    public string? Address { get; init; }

    /// <summary>The city's last day.</summary>
    public DateOnly? CityDue { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>Another telephone, and the number of the identity card, where the caller gave them.</summary>
    public string? Callback { get; init; }

    public string? IdNumber { get; init; }

    public bool Anonymous { get; init; }

    public bool Secret { get; init; }

    public string? Topic { get; init; }

    /// <summary>The unit that a report or complaint is about.</summary>
    public string? ReportedUnit { get; init; }

    /// <summary>What the caller sent along, by name and digest; fetched afterwards.</summary>
    public IReadOnlyList<CityAttachmentInput?>? Attachments { get; init; }
}

/// <summary>A file that the city holds ready at <c>{Url}/files/{key}</c>.</summary>
public sealed record CityAttachmentInput
{
    /// <summary>The city's key of the file.</summary>
    public string? Key { get; init; }

    /// <summary>With its ending.</summary>
    public string? Name { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>For the reader; the bytes themselves decide.</summary>
    public string? MediaType { get; init; }

    /// <summary>SM3 of the content, hex.</summary>
    public string? Sm3 { get; init; }
}

/// <summary>What became of one of them.</summary>
/// <param name="Code">accepted, known (sent before), or why not.</param>
public sealed record CityAcknowledgement(string SourceNumber, bool Accepted, string Code, string Message, string? Number);

/// <summary>Further messages about an order that was sent.</summary>
public sealed record CityFollowInput
{
    /// <summary>The city's key of this message.</summary>
    [Required(ErrorMessage = "请填写消息标识 key。"), MaxLength(80, ErrorMessage = "消息标识不能超过 80 个字符。")]
    public string? Key { get; init; }

    /// <summary>addition, rehandling, visit, extension-answer.</summary>
    [Required(ErrorMessage = "请填写消息类型 kind。")]
    public string? Kind { get; init; }

    [Required(ErrorMessage = "请填写市平台编号 sourceNumber。")]
    public string? SourceNumber { get; init; }

    /// <summary>The addition, the reason of a re-handling, what the caller said, why an extension was refused.</summary>
    [MaxLength(20000, ErrorMessage = "内容不能超过 20000 个字。")]
    public string? Text { get; init; }

    /// <summary>visit: whether the caller was reached.</summary>
    public bool? Reached { get; init; }

    public Attitude? Attitude { get; init; }

    public CallerResult? Result { get; init; }

    /// <summary>extension-answer: whether it was granted.</summary>
    public bool? Granted { get; init; }

    /// <summary>rehandling, extension-answer: the city's new last day.</summary>
    public DateOnly? CityDue { get; init; }

    /// <summary>addition, rehandling: what the caller sent along with it.</summary>
    public IReadOnlyList<CityAttachmentInput?>? Attachments { get; init; }
}

/// <summary>What the city sent and heard on a day.</summary>
public sealed record CityCountInput(
    [property: Required(ErrorMessage = "请填写日期 on。")] DateOnly? On,
    [property: Required(ErrorMessage = "请填写 sent。"), MaxLength(10000, ErrorMessage = "sent 最多 10000 个。")] IReadOnlyList<string>? Sent,
    [property: Required(ErrorMessage = "请填写 heard。"), MaxLength(10000, ErrorMessage = "heard 最多 10000 个。")] IReadOnlyList<string>? Heard);
