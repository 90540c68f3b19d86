using System.Globalization;
using System.Text.RegularExpressions;

namespace Yimen.Kernel;

/// <summary>脱敏 — how personal data are shown by default. Showing them whole is a verb of its own, with a reason and a journal row.</summary>
public static partial class Masking
{
    // no register of names knows a family and a given name of five characters; longer ones of other peoples are written with a dot
    private const int LongestName = 4;

    /// <summary>Who applied, where only the name is at hand: a person's is masked, an organisation's is public (企业信息公示暂行条例 第六条).</summary>
    public static string Party(string? name) => name is { Length: > LongestName } && !name.AsSpan().ContainsAny('·', '•', ' ') && name.EnumerateRunes().Count() > LongestName ? name : Name(name);

    /// <summary>张*, 张*明, 欧**明.</summary>
    public static string Name(string? name)
    {
        // rare characters of names take two chars
        var letters = new StringInfo(name?.Trim() ?? "");
        var n = letters.LengthInTextElements;
        return n switch
        {
            0 => "",
            1 => "*",
            2 => letters.SubstringByTextElements(0, 1) + "*",
            _ => letters.SubstringByTextElements(0, 1) + Stars(n - 2) + letters.SubstringByTextElements(n - 1),
        };
    }

    /// <summary>440***********0019; <paramref name="head"/> is 3, or 6 where the division matters.</summary>
    public static string Id(string? id, int head = 3) => Middle(id, head, 4);

    /// <summary>138****1234; of a landline the area code and the last two digits stay.</summary>
    public static string Phone(string? phone)
    {
        var s = phone?.Trim() ?? "";
        var landline = LandlinePrefix().Match(s);
        return landline.Success ? landline.Value + Middle(s[landline.Length..], 0, 2)
            : s.Length <= 6 ? s // short public numbers name no person
            : Middle(s, 3, 4);
    }

    /// <summary>Down to the township, 街道, 乡 or 镇; the rest is hidden.</summary>
    public static string Address(string? address)
    {
        var s = address?.Trim() ?? "";
        var township = Township().Match(s);
        return s.Length == 0 ? "" : township.Success ? township.Value + "***" : "***";
    }

    /// <summary>The last four digits of a bank account.</summary>
    public static string Bank(string? account) => Middle(account, 0, 4);

    /// <summary>z***@example.com.</summary>
    public static string Email(string? mail)
    {
        var s = mail?.Trim() ?? "";
        var at = s.LastIndexOf('@');
        return at > 0 ? $"{s[0]}***{s[at..]}" : Stars(s.Length);
    }

    private static string Middle(string? text, int head, int tail)
    {
        var s = text?.Trim() ?? "";
        return s.Length > head + tail ? s[..head] + Stars(s.Length - head - tail) + s[^tail..] : Stars(s.Length);
    }

    private static string Stars(int count) => new('*', count);

    [GeneratedRegex(@"^0\d{2,3}-?(?=\d{7,8}(-\d{1,6})?$)")]
    private static partial Regex LandlinePrefix();

    // 新乡市 and 镇江市 are cities
    [GeneratedRegex("^.*?(街道|乡(?!市)|镇(?!江))")]
    private static partial Regex Township();
}
