using System.Text.Json.Serialization;

namespace Yimen.DeviceBridge;

/// <summary>What the page asks: one thing of one device.</summary>
/// <param name="Id">Comes back with the answer.</param>
/// <param name="Do">hello, capture, sign, print, rate.</param>
/// <param name="Device">Which device, where there are several of a kind: camera or scanner.</param>
/// <param name="Lines">What is to be printed, line by line.</param>
/// <param name="Text">What the person reads on the evaluator screen or above the pad.</param>
internal sealed record Ask(long Id, string? Do, string? Device, IReadOnlyList<string>? Lines, string? Text);

/// <summary>What the bridge answers, or tells of its own accord (then <see cref="Event"/> is set and <see cref="Id"/> is not).</summary>
internal sealed record Told
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Id { get; init; }

    /// <summary>card: a card lies on the reader; code: something was scanned.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Event { get; init; }

    public bool Ok { get; init; } = true;

    /// <summary>device-away, unknown, cancelled.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Error { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Message { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DeviceLine>? Devices { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardRead? Card { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Picture? File { get; init; }

    /// <summary>What the person pressed on the evaluator screen: 5 非常满意 to 1 非常不满意.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Score { get; init; }
}

/// <param name="Kind">card-reader, camera, scanner, signature-pad, printer, evaluator.</param>
internal sealed record DeviceLine(string Kind, string Name, bool Ready);

/// <summary>What stands on an id card and is needed here.</summary>
internal sealed record CardRead(string Name, string Number, string Address);

internal sealed record Picture(string Name, string Type, string Base64);
