using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Platform.Delivery;

public enum DeliveryChannel
{
    [Label("站内消息")] InApp,
    [Label("邮件")] Mail,
    [Label("短信")] Sms,
    [Label("系统对接")] Exchange,
    [Label("政务微信")] WeCom,
}

/// <summary>Something to be said to somebody.</summary>
/// <param name="Channel">How.</param>
/// <param name="To">A phone number or mail address under the county's key; of a message within the system, the account's id.</param>
/// <param name="Subject">Shown to staff in the outbox: holds nobody's name, number or address.</param>
/// <param name="Body">What the person reads; rests under the county's key.</param>
public sealed record Letter(DeliveryChannel Channel, Sealed To, string Subject, string Body)
{
    public MatterRef? Matter { get; init; }

    /// <summary>Where the person can act, without the county's base.</summary>
    public string? Href { get; init; }

    /// <summary>A second letter with the same key is not written: one reminder a case and day, e.g. <c>case/…/accepted</c>.</summary>
    public string? DedupeKey { get; init; }

    /// <summary>The unit through whose own application it goes, where the channel has one a unit (政务微信).</summary>
    public string? Via { get; init; }

    /// <summary>A whole address that the person may open from outside; null where the house does not know its own.</summary>
    public string? Link { get; init; }

    public static Letter Sms(Sealed phone, string subject, string body) => new(DeliveryChannel.Sms, phone, subject, body);

    public static Letter Mail(Sealed address, string subject, string body) => new(DeliveryChannel.Mail, address, subject, body);

    /// <summary>A card in the 政务微信 of <paramref name="unit"/>, for one of its users.</summary>
    public static Letter WeCom(UnitId unit, Sealed user, string subject, string body) => new(DeliveryChannel.WeCom, user, subject, body) { Via = unit.Value };

    /// <summary>A message in /my/messages of this account.</summary>
    public static Letter ToAccount(Guid account, string subject, string body) => new(DeliveryChannel.InApp, new Sealed(account.ToString()), subject, body);
}
