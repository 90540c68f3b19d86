using System.Text.RegularExpressions;

namespace Yimen.Organization;

/// <summary>A telephone number that people may call: landline with area code, mobile, or a short number such as 12345 (domain J1).</summary>
internal static partial class Phone
{
    public static bool IsValid(string text) => Number().IsMatch(text);

    [GeneratedRegex(@"^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|\d{5,6}|400-?\d{3}-?\d{4})$")]
    private static partial Regex Number();
}
