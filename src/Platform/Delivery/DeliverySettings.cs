using Microsoft.Extensions.Configuration;

namespace Yimen.Platform.Delivery;

/// <summary>How letters leave, from the settings <c>Delivery:Smtp</c> and <c>Delivery:Sms</c>, or for one county <c>Delivery:440281:Smtp</c> …</summary>
public sealed class DeliverySettings(IConfiguration settings)
{
    public SmtpSettings? Smtp(string county) => Section(county, "Smtp").Get<SmtpSettings>() is { Host.Length: > 0, From.Length: > 0 } smtp ? smtp : null;

    public SmsSettings? Sms(string county) => Section(county, "Sms").Get<SmsSettings>() is { Url.Length: > 0 } sms ? sms : null;

    /// <summary>The address under which staff reach this county from outside, e.g. <c>https://desk.example.gov.cn/440281</c>, without a slash at its end; null where nobody set it: letters then carry no link.</summary>
    public string? Desk(string county) => (settings[$"Delivery:{county}:Desk"] ?? settings["Delivery:Desk"])?.TrimEnd('/') is { Length: > 0 } address ? address : null;

    private IConfigurationSection Section(string county, string channel) =>
        settings.GetSection($"Delivery:{county}:{channel}") is { } own && own.Exists() ? own : settings.GetSection($"Delivery:{channel}");
}

public sealed record SmtpSettings
{
    public string Host { get; init; } = "";
    public int Port { get; init; } = 25;
    public string? User { get; init; }
    public string? Password { get; init; }

    /// <summary>Name and address: 乐昌市政务服务中心 &lt;noreply@example.gov.cn&gt;.</summary>
    public string From { get; init; } = "";

    /// <summary><c>none</c>, <c>starttls</c>, <c>ssl</c>, or <c>auto</c>.</summary>
    public string Tls { get; init; } = "auto";
}

/// <summary>An SMS gateway over HTTP. In address, headers and body stand <c>{phone}</c>, <c>{text}</c>, <c>{id}</c>.</summary>
public sealed record SmsSettings
{
    public string Url { get; init; } = "";
    public string Method { get; init; } = "POST";
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary>A JSON text; empty sends none.</summary>
    public string Body { get; init; } = """{"phone":"{phone}","text":"{text}","id":"{id}"}""";

    /// <summary>What in the JSON answer means success, e.g. <c>result.code=0</c>; empty: any status 2xx.</summary>
    public string Success { get; init; } = "";
}
