using System.Globalization;
using System.Text.RegularExpressions;

namespace Yimen.Tests.Ui;

/// <summary>WCAG 2.1 AA, computed from the tokens: text 4.5:1, edges of controls and large marks 3:1, in both themes.</summary>
public sealed partial class ContrastTests
{
    private static readonly string Sheet = File.ReadAllText(Path.Combine(Root(), "src", "Web", "wwwroot", "css", "tokens.css"));

    public static TheoryData<string, string, double> Pairs => new()
    {
        { "ink", "paper", 4.5 }, { "ink", "moon", 4.5 }, { "ink", "moon-2", 4.5 }, { "ink", "gamboge-wash", 4.5 }, { "ink", "cinnabar-wash", 4.5 }, { "ink", "bamboo-wash", 4.5 },
        { "ink-2", "paper", 4.5 }, { "ink-2", "moon", 4.5 }, { "ink-2", "moon-2", 4.5 }, { "ink-2", "azurite-wash", 4.5 }, { "ink-3", "paper", 4.5 },
        { "azurite", "paper", 4.5 }, { "azurite", "moon", 4.5 }, { "azurite", "azurite-wash", 4.5 },
        { "on-azurite", "fill", 4.5 }, { "on-azurite", "azurite-deep", 4.5 },
        { "bamboo", "paper", 4.5 }, { "bamboo", "moon", 4.5 }, { "bamboo", "bamboo-wash", 4.5 },
        { "gamboge", "paper", 4.5 }, { "gamboge", "moon", 4.5 }, { "gamboge", "gamboge-wash", 4.5 },
        { "cinnabar", "paper", 4.5 }, { "cinnabar", "moon", 4.5 }, { "cinnabar", "cinnabar-wash", 4.5 },
        { "edge", "paper", 3 }, { "focus", "paper", 3 }, { "focus", "moon", 3 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_pair_can_be_read_in_the_light(string front, string back, double wanted) =>
        Assert.True(Ratio(Light(front), Light(back)) >= wanted, $"{front} on {back}: {Ratio(Light(front), Light(back)):F2}");

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_pair_can_be_read_in_the_dark(string front, string back, double wanted) =>
        Assert.True(Ratio(Dark(front), Dark(back)) >= wanted, $"{front} on {back}: {Ratio(Dark(front), Dark(back)):F2}");

    [Fact]
    public void The_measure_knows_black_on_white() => Assert.Equal(21, Ratio("#000000", "#ffffff"), 1);

    private static string Light(string token) => Value(Sheet[..Sheet.IndexOf("[data-size", StringComparison.Ordinal)], token)!;

    private static string Dark(string token) => Value(Sheet[Sheet.IndexOf("[data-theme=\"dark\"] {", StringComparison.Ordinal)..], token) ?? Light(token);

    private static string? Value(string text, string token) =>
        Regex.Match(text, $@"--{token}:\s*(#[0-9a-f]{{6}})") is { Success: true } match ? match.Groups[1].Value : null;

    private static double Ratio(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int at)
        {
            var c = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
            return c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Yimen.slnx")))
        {
            at = at.Parent ?? throw new InvalidOperationException("Yimen.slnx not found above the tests.");
        }

        return at.FullName;
    }
}
