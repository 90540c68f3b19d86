using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Claims;

/// <summary>The codes of B3 that a claimed entry gets: credit code of the unit, its level, the basic code, the serial. Each part is checked by its own rule.</summary>
internal static class ClaimCodes
{
    /// <exception cref="RuleViolation"><c>unit-code</c>, <c>basic-code</c>, <c>handling</c>: which part is wrong and how.</exception>
    public static ItemCodes Of(UnitRef unit, string basic, string handling)
    {
        if (!CreditCode.TryParse(unit.CreditCode, out var body, out string fault))
        {
            throw new RuleViolation("unit-code", $"{unit.Name}的{fault}，请先更正机构信息。");
        }

        if (!BasicCode.TryParse(basic, out var code, out string wrong))
        {
            throw new RuleViolation("basic-code", wrong + "。");
        }

        if (handling.Length != 2 || !handling.All(char.IsAsciiDigit) || handling == "00")
        {
            throw new RuleViolation("handling", $"办理项序号应为01至99的两位数字，现为“{handling}”。");
        }

        if (unit.Level is < 1 or > 6)
        {
            throw new RuleViolation("level", $"{unit.Name}的行使层级应为1至6，现为{unit.Level}。");
        }

        return new(code.Value, handling, unit.Id, body.Value, unit.Level, unit.Area);
    }

    public static string Full(this ItemCodes codes) => $"{codes.CreditCode}{codes.Level}{codes.Basic}{codes.Handling}";

    /// <exception cref="RuleViolation"><c>code-taken</c>.</exception>
    public static async Task MustBeFree(this AppDb db, ItemCodes codes, CancellationToken ct)
    {
        var full = codes.Full();
        if (await db.Items.Where(i => i.HandlingCode == full).Select(i => i.Name).FirstOrDefaultAsync(ct) is { } taken)
        {
            throw new RuleViolation("code-taken", $"业务办理项编码 {full} 已被事项“{taken}”使用，不能重复认领。");
        }
    }
}
