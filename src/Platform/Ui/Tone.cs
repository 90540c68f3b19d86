namespace Yimen.Platform.Ui;

/// <summary>How something stands. Each tone has a colour and a shape of its own and is always shown beside a word.</summary>
public enum Tone
{
    /// <summary>Nothing is asked of anybody: hollow circle.</summary>
    Neutral,

    /// <summary>In work: half circle, azurite.</summary>
    Active,

    /// <summary>Done, granted, in time: check, bamboo.</summary>
    Good,

    /// <summary>Due soon, needs care: triangle, gamboge.</summary>
    Warn,

    /// <summary>Overdue, refused, failed: cross, cinnabar.</summary>
    Bad,

    /// <summary>The clock stands: two bars.</summary>
    Paused,
}

internal static class Tones
{
    public static string Class(Tone tone) => tone switch
    {
        Tone.Active => "tone-active",
        Tone.Good => "tone-good",
        Tone.Warn => "tone-warn",
        Tone.Bad => "tone-bad",
        Tone.Paused => "tone-paused",
        _ => "tone-neutral",
    };

    public static string Shape(Tone tone) => tone switch
    {
        Tone.Active => "shape-half",
        Tone.Good => "shape-check",
        Tone.Warn => "shape-triangle",
        Tone.Bad => "shape-cross",
        Tone.Paused => "shape-bars",
        _ => "shape-ring",
    };
}
