namespace Yimen.Tests.Documentation;

/// <summary>Each decision says what it must, on one page, and stands in the list.</summary>
public sealed class DecisionTests
{
    private static readonly string[] Parts = ["Status:", "**Context.**", "**Decision.**", "**Consequence.**", "**How we would notice that it was wrong.**"];

    public static TheoryData<string> Decisions() => [.. Directory.EnumerateFiles(Path.Combine(House.Root, "docs/adr"), "0*.md").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Decisions))]
    public void A_decision_says_why_what_and_how_we_would_notice_that_it_was_wrong(string file)
    {
        var text = House.Read("docs/adr/" + file);

        Assert.All(Parts, part => Assert.Contains(part, text));
        Assert.StartsWith($"# {file[..4]}. ", text);
        Assert.True(text.Split('\n').Length <= 60, "one page");
        Assert.Contains($"({file})", House.Read("docs/adr/README.md"));
    }

    [Fact]
    public void Numbers_run_without_a_gap()
    {
        var numbers = Decisions().Select(d => int.Parse(d.Data[..4])).ToList();

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }
}
