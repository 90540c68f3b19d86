namespace Yimen.Tests.Architecture;

public sealed class SourceRuleTests
{
    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Assert.DoesNotContain(All("src", "tests").Select(f => SourceRules.TooLong(f.Name, f.Text)), c => c is not null);

    [Fact]
    public void A_file_of_301_lines_is_found() => Assert.NotNull(SourceRules.TooLong("x", new string('\n', 301)));

    [Fact]
    public void Nothing_reads_the_machines_clock_or_makes_ids_of_its_own() =>
        Assert.Empty(All("src").Where(f => !f.Name.EndsWith("IdSource.cs", StringComparison.Ordinal)).SelectMany(f => SourceRules.Clocks(f.Name, f.Text)));

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("return DateTimeOffset.UtcNow.AddDays(1);")]
    [InlineData("DateTime.Today")]
    [InlineData("Guid.NewGuid()")]
    [InlineData("Guid.CreateVersion7()")]
    public void A_read_of_the_clock_is_found(string code) => Assert.NotEmpty(SourceRules.Clocks("x", code));

    [Fact]
    public void Pages_are_pure() =>
        Assert.Empty(All("src").Where(f => f.Name.EndsWith(".razor", StringComparison.Ordinal)).SelectMany(f => SourceRules.Impurities(f.Name, f.Text)));

    [Theory]
    [InlineData("@inject AppDb Db")]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("@code { async Task Load() { } }")]
    public void An_impure_page_is_found(string razor) => Assert.NotEmpty(SourceRules.Impurities("x", razor));

    [Fact]
    public void No_type_is_named_by_an_empty_word() => Assert.Empty(All("src").SelectMany(f => SourceRules.BadNames(f.Name, f.Text)));

    [Fact]
    public void An_empty_word_is_found() => Assert.NotEmpty(SourceRules.BadNames("x", "public sealed class CaseManager(AppDb db);"));

    [Fact]
    public void A_column_sorts_both_ways()
    {
        var code = All("src").Where(f => f.Name.EndsWith(".cs", StringComparison.Ordinal)).ToLookup(f => Path.GetDirectoryName(f.Name), f => f.Text);
        Assert.Empty(All("src").Where(f => f.Name.EndsWith(".razor", StringComparison.Ordinal)).SelectMany(f => SourceRules.OneWay(f.Name, f.Text, string.Concat(code[Path.GetDirectoryName(f.Name)]))));
    }

    [Theory]
    [InlineData("\"due\" => a", 1)]
    [InlineData("\"due\" => a, \"-due\" => b", 0)]
    public void A_column_that_sorts_one_way_is_found(string beside, int found) => Assert.Equal(found, SourceRules.OneWay("x", "<Column Header=\"期限\" Sort=\"due\" />", beside).Count());

    private static IEnumerable<(string Name, string Text)> All(params string[] folders) =>
        Rooms.Sources(folders).Select(f => (Path.GetRelativePath(Rooms.Root, f), File.ReadAllText(f)));
}
