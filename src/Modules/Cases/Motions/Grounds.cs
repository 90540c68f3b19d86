using System.Text.Json;

namespace Yimen.Cases.Motions;

/// <summary>特别程序的法定情形 — dated rows shipped as data (<c>grounds.json</c>, domain C4).</summary>
internal static class Grounds
{
    private static readonly IReadOnlyList<Ground> All = Load();

    /// <summary>Those in force on a day.</summary>
    public static IReadOnlyList<Ground> On(DateOnly day) => [.. All.Where(g => g.From <= day && (g.Until is null || day <= g.Until))];

    /// <summary>Whether the clock may stand on it that day; everything else is a hold.</summary>
    public static bool Holds(string name, DateOnly day) => On(day).Any(g => g.Name == name);

    private static List<Ground> Load()
    {
        using var stream = typeof(Grounds).Assembly.GetManifestResourceStream("Yimen.Cases.grounds.json")!;
        return JsonSerializer.Deserialize<List<Ground>>(stream, JsonSerializerOptions.Web)!;
    }
}

/// <summary>A ground on which the clock may stand, and the article or list it rests on.</summary>
internal sealed record Ground(string Name, DateOnly From, string Basis, DateOnly? Until = null);
