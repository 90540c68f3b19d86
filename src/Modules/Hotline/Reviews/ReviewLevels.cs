using System.Text.Json;

namespace Yimen.Hotline.Reviews;

/// <summary>审核层级 — one level of a unit's review, and the role that holds it.</summary>
internal sealed record ReviewStep(string Name, string Role);

/// <summary>三级审核 — the levels that a reply passes inside the unit after whoever wrote it, by the day on which it was written. Data, read once (<c>reviews.json</c>).</summary>
internal static class ReviewLevels
{
    private static readonly IReadOnlyList<Dated> All = Load();

    public static IReadOnlyList<ReviewStep> On(DateOnly day) => (All.Where(d => d.From <= day).MaxBy(d => d.From) ?? All[0]).Levels;

    private static List<Dated> Load()
    {
        using var stream = typeof(ReviewLevels).Assembly.GetManifestResourceStream("Yimen.Hotline.reviews.json")!;
        return JsonSerializer.Deserialize<List<Dated>>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Dated(DateOnly From, string Basis, IReadOnlyList<ReviewStep> Levels);
}
