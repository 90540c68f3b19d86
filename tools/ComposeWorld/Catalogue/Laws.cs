using System.Text.RegularExpressions;

namespace Yimen.ComposeWorld.Catalogue;

/// <summary>设定依据 — reads "行政许可法12；城镇燃气管理条例15" into full titles and articles.</summary>
sealed partial class Laws(LawNames names)
{
    const string Digits = "零一二三四五六七八九";

    public IReadOnlyList<LegalBasis> Parse(string written) =>
        [.. written.Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One)];

    LegalBasis One(string written)
    {
        var match = Reference().Match(written);
        return match.Success
            ? new(Full(match.Groups[1].Value), $"第{Numeral(int.Parse(match.Groups[2].Value))}条")
            : new(Full(written), null);
    }

    string Full(string name)
    {
        if (names.Full.TryGetValue(name, out var full))
        {
            return full;
        }

        var republic = names.OfTheRepublic.Contains(name) || National().IsMatch(name);
        return republic ? "中华人民共和国" + name : name;
    }

    static string Numeral(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => "十" + Unit(number % 10),
        < 100 => Digits[number / 10] + "十" + Unit(number % 10),
        _ => Digits[number / 100] + "百" + (number % 100 is 0 ? "" : number % 100 < 10 ? "零" + Unit(number % 10)
            : Digits[number % 100 / 10] + "十" + Unit(number % 10)),
    };

    static string Unit(int digit) => digit == 0 ? "" : Digits[digit].ToString();

    [GeneratedRegex(@"^(.*\D)(\d{1,3})$")]
    private static partial Regex Reference();

    // 某某法 and 某某法实施条例 carry the country's name, 某某办法 and what a province made do not.
    [GeneratedRegex("^(?!中华人民共和国|广东省).*((?<!办)法|法实施(条例|细则|办法))$")]
    private static partial Regex National();
}
