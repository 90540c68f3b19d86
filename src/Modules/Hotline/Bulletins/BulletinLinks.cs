namespace Yimen.Hotline.Bulletins;

/// <summary>What a bulletin's reader may open: a member unit reads the numbers, and of the orders opens its own.</summary>
/// <param name="Counts">Whether the numbers open their rows.</param>
/// <param name="Orders">The orders that open; null for all.</param>
public sealed record BulletinLinks(bool Counts, IReadOnlySet<Guid>? Orders)
{
    public static BulletinLinks All { get; } = new(true, null);

    /// <param name="href">An order's address; a database writes the letters of its id as it likes.</param>
    public bool Opens(string href) => Orders is null || (OrderOf(href) is { } order && Orders.Contains(order));

    internal static Guid? OrderOf(string href) => Guid.TryParse(href.AsSpan(href.LastIndexOf('/') + 1), out var order) ? order : null;
}
