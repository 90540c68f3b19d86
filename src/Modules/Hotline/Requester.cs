using Yimen.Platform.Crypto;

namespace Yimen.Hotline;

/// <summary>诉求人 — who called. Name and telephone rest sealed, with a keyed index to find a known caller.</summary>
internal sealed record Requester
{
    /// <summary>匿名 — gave no name.</summary>
    public bool Anonymous { get; init; }

    public Sealed Name { get; init; }

    public Sealed Phone { get; init; }

    public string PhoneIndex { get; init; } = "";

    /// <summary>Another number under which the caller is to be reached.</summary>
    public Sealed Callback { get; init; }
}
