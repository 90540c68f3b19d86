namespace Yimen.Platform.Ui;

/// <summary>Which stretch of a list is shown. Pages count from 1.</summary>
public sealed record Paging(int Page, int Size, int Total)
{
    public static readonly IReadOnlyList<int> Sizes = [20, 50, 100];

    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public int First => Total == 0 ? 0 : ((Page - 1) * Size) + 1;

    public int Last => Math.Min(Page * Size, Total);

    public int Skip => (Page - 1) * Size;

    /// <summary>Reads <c>page</c> and <c>size</c> as they came, bringing what makes no sense back into range.</summary>
    public static Paging Of(string? page, string? size, int total)
    {
        var taken = int.TryParse(size, out var s) && Sizes.Contains(s) ? s : Sizes[0];
        var last = Math.Max(1, (total + taken - 1) / taken);
        return new(int.TryParse(page, out var p) ? Math.Clamp(p, 1, last) : 1, taken, total);
    }

    /// <summary>The page numbers worth showing; 0 stands for a gap.</summary>
    internal IEnumerable<int> Numbers()
    {
        var before = 0;
        foreach (var number in Enumerable.Range(Page - 2, 5).Where(n => n > 1 && n < Pages).Prepend(1).Append(Pages).Distinct())
        {
            if (number > before + 1)
            {
                yield return 0;
            }

            yield return before = number;
        }
    }
}
