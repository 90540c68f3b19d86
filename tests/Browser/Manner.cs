namespace Yimen.Browser;

/// <summary>How somebody gets about in the pages; every journey is made in each of these.</summary>
public enum Manner
{
    /// <summary>With a mouse or a finger.</summary>
    Pointer,

    /// <summary>With a mouse or a finger, in a browser that runs no script.</summary>
    NoScript,

    /// <summary>With Tab, Enter, Space, the arrows and typing alone.</summary>
    Keyboard,
}
