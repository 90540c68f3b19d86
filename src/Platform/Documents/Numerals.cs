namespace Yimen.Platform.Documents;

/// <summary>一, 二 … 九十九, as documents count their paragraphs.</summary>
internal static class Numerals
{
    private const string Digits = "一二三四五六七八九";

    public static string Of(int number) => number switch
    {
        < 1 or > 99 => number.ToString(),
        < 10 => Digits[number - 1].ToString(),
        _ => $"{(number < 20 ? "" : Digits[(number / 10) - 1])}十{(number % 10 == 0 ? "" : Digits[(number % 10) - 1])}",
    };
}
