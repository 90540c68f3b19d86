namespace Yimen.ComposeWorld.Organization;

/// <summary>Composes codes that pass their checksums for bodies and people that do not exist.</summary>
static class Codes
{
    const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"; // GB 32100: no I, O, S, V, Z
    const string Alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"; // GB 11714

    /// <summary>统一社会信用代码 (GB 32100): registration category + division + an invented organisation number "YM…".</summary>
    public static string Credit(string category, string division, int number)
    {
        var organization = $"YM{number:D6}";
        var body = category + division + organization + OrganizationCheck(organization);
        var sum = 0;
        for (int i = 0, weight = 1; i < body.Length; i++, weight = weight * 3 % 31)
        {
            sum += Alphabet.IndexOf(body[i], StringComparison.Ordinal) * weight;
        }

        return body + Alphabet[(31 - sum % 31) % 31];
    }

    /// <summary>公民身份号码 (GB 11643) with an invented serial.</summary>
    public static string Resident(string division, DateOnly born, int serial)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var body = $"{division}{born:yyyyMMdd}{serial:D3}";
        return body + "10X98765432"[weights.Select((weight, i) => (body[i] - '0') * weight).Sum() % 11];
    }

    static char OrganizationCheck(string organization)
    {
        int[] weights = [3, 7, 9, 10, 5, 8, 4, 2]; // GB 11714
        var sum = weights.Select((weight, i) => Alphanumeric.IndexOf(organization[i], StringComparison.Ordinal) * weight).Sum();
        return "0123456789X0"[11 - sum % 11];
    }
}
