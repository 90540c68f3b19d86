using Yimen.Platform.Codes;

namespace Yimen.Hotline;

/// <summary>不受理范围 (domain E1) — tells a caller who writes on the portal the right door, and asks kindly for other words. It never refuses what a person took down.</summary>
internal sealed class Doorkeeper(IReadOnlyList<DatedCode> exclusions, IReadOnlyList<DatedCode> abuse)
{
    private static readonly char[] Dividers = ['、', ' ', '，', ','];

    /// <summary>The right door for what is not the hotline's; null when it is.</summary>
    public string? RightDoor(string text) => exclusions.FirstOrDefault(e => e.Name.Split(Dividers, StringSplitOptions.RemoveEmptyEntries).Any(w => text.Contains(w, StringComparison.Ordinal)))?.Detail;

    /// <summary>Whether it abuses somebody.</summary>
    public bool Abusive(string text) => abuse.Any(a => text.Contains(a.Name, StringComparison.Ordinal));
}
