namespace Yimen.Cases.Marks;

/// <summary>圈注 — the page and the spot of a material that is wrong, in words; the correction notice takes it up.</summary>
internal sealed class MaterialMark
{
    public const int Longest = 300;

    public Guid Id { get; init; }

    public Guid CaseId { get; private init; }

    /// <summary>The material's order in the guide.</summary>
    public required int Order { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    /// <summary>The spot in hundredths of the page's width and height, from its upper left; null: the page as a whole.</summary>
    public int? X { get; init; }

    public int? Y { get; init; }

    public required string Words { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>第 2 页左上：缺少签名.</summary>
    public string InWords => $"第 {Page} 页{Spot}：{Words}";

    private string Spot => (X, Y) is ({ } x, { } y) ? $"{(y < 34 ? "上部" : y < 67 ? "中部" : "下部")}{(x < 34 ? "偏左" : x < 67 ? "" : "偏右")}" : "";
}
