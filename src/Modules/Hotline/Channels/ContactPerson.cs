using Yimen.Platform.Crypto;

namespace Yimen.Hotline.Channels;

/// <summary>联络人 — an account of the unit at one post of its order.</summary>
internal sealed class ContactPerson
{
    public Guid BookId { get; private init; }

    public required ContactPost Post { get; init; }

    public required Guid AccountId { get; init; }

    public required string Name { get; init; }
}

/// <summary>One channel of one person: where in the order, under which address, on or off.</summary>
internal sealed class ContactChannel
{
    public Guid BookId { get; private init; }

    public required ContactPost Post { get; init; }

    public required ContactWay Way { get; init; }

    /// <summary>The lower the earlier it is tried.</summary>
    public int Place { get; private set; }

    /// <summary>The user's name in 政务微信, or a telephone.</summary>
    public Sealed Address { get; private set; }

    public bool IsOn { get; private set; } = true;

    internal static ContactChannel At(ContactPost post, ContactWay way, int place, Sealed address) => new() { Post = post, Way = way, Place = place, Address = address };

    internal void Move(Sealed address) => Address = address;

    internal void ChangePlaces(ContactChannel other) => (Place, other.Place) = (other.Place, Place);

    internal void Switch(bool on) => IsOn = on;
}
