namespace Yimen.Hotline;

/// <summary>不受理范围 (domain E1) — tells a caller who writes on the portal the right door, and asks kindly for other words. It never refuses what a person took down.</summary>
internal static class Doorkeeper
{
    private static readonly IReadOnlyList<Exclusion> Exclusions = DataFile.Read<Exclusion>("exclusions");
    private static readonly IReadOnlyList<string> Abuse = DataFile.Read<string>("abuse");

    /// <summary>The right door for what is not the hotline's; null when it is.</summary>
    public static string? RightDoor(string text) => Exclusions.FirstOrDefault(e => e.Words.Any(w => text.Contains(w, StringComparison.Ordinal)))?.Says;

    /// <summary>Whether it abuses somebody.</summary>
    public static bool Abusive(string text) => Abuse.Any(w => text.Contains(w, StringComparison.Ordinal));

    private sealed record Exclusion(string Code, IReadOnlyList<string> Words, string Says);
}
