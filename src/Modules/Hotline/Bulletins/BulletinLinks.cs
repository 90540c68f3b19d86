namespace Yimen.Hotline.Bulletins;

/// <summary>What a bulletin's reader may open: a member unit reads the numbers, and of the orders opens its own.</summary>
/// <param name="Counts">Whether the numbers open their rows.</param>
/// <param name="Orders">The orders' addresses that open; null for all.</param>
public sealed record BulletinLinks(bool Counts, IReadOnlySet<string>? Orders)
{
    public static BulletinLinks All { get; } = new(true, null);

    public bool Opens(string order) => Orders?.Contains(order) != false;
}
