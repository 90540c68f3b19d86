using System.Text.RegularExpressions;

namespace Yimen.Tests.Documentation;

/// <summary>STYLE.md quotes the project's own code; a quotation that is no longer there is no model.</summary>
public sealed partial class StyleTests
{
    [Fact]
    public void What_the_style_quotes_stands_in_the_file_that_it_names()
    {
        var quotations = Quotation().Matches(House.Read("STYLE.md")).Select(m => (File: m.Groups[1].Value, Lines: m.Groups[2].Value.TrimEnd())).ToList();

        Assert.NotEmpty(quotations);
        Assert.All(quotations, q => Assert.Contains(q.Lines, House.Read(q.File)));
    }

    [GeneratedRegex(@"^`([^`\n]+)`\n```\w+\n(.*?)```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Quotation();
}
