namespace Yimen.Platform.Identity;

/// <summary>What a password must be (GB/T 22239-2019 8.1.4.1: of some complexity). Long beats odd; what a stranger would try first is refused.</summary>
public static class PasswordRule
{
    public const int Shortest = 8;
    public const int ShortestForStaff = 10;

    /// <summary>Said beside the field before anything is typed.</summary>
    public static string Hint(bool staff) => $"至少{(staff ? ShortestForStaff : Shortest)}位，同时有字母和数字，不要用姓名、手机号或生日。";

    /// <summary>What is wrong with it, in words, or null.</summary>
    /// <param name="known">What a stranger may know: sign-in name, name, mobile, resident id.</param>
    public static string? Fault(string? password, bool staff, params IEnumerable<string?> known) => password switch
    {
        null or "" => "请填写新密码。",
        { Length: > 200 } => "密码不能超过200位。",
        _ when password.Length < (staff ? ShortestForStaff : Shortest) => $"密码至少{(staff ? ShortestForStaff : Shortest)}位，现为{password.Length}位。",
        _ when !password.Any(char.IsLetter) || !password.Any(char.IsDigit) => "密码要同时有字母和数字。",
        _ when password.Distinct().Count() < 4 => "密码里相同的字符太多。",
        _ when known.Any(k => Holds(password, k)) => "密码不能包含登录名、手机号或身份证号码中的数字。",
        _ => null,
    };

    private static bool Holds(string password, string? known)
    {
        var part = known is { Length: > 8 } ? known[^8..] : known;
        return part is { Length: >= 4 } && password.Contains(part, StringComparison.OrdinalIgnoreCase);
    }
}
