using Yimen.Kernel;

namespace Yimen.ComposeWorld.Organization;

sealed record Citizens(IReadOnlyList<Citizen> People, IReadOnlyList<Company> Companies)
{
    /// <summary>Two people and one company that do not exist: serials 99x are beyond what is handed out, 13800138 numbers are example numbers.</summary>
    public static Citizens Compose(string division) => new(
        [
            new("citizen1", "演示甲", ResidentId.Compose(division, new DateOnly(1988, 2, 29), 999), "13800138001", "乐昌市演示路 2 号"),
            new("citizen2", "演示乙", ResidentId.Compose(division, new DateOnly(1955, 10, 1), 998), "13800138002", "乐昌市演示路 3 号"),
        ],
        [
            new(
                "乐昌市演示餐饮有限公司", Codes.Credit("91", division, 900001), "演示乙", "乐昌市演示路 4 号",
                [new("citizen1", "经办人", new DateOnly(2020, 1, 1), new DateOnly(2030, 12, 31), "全部涉企事项的申请、补正和领取")]),
        ]);
}

sealed record Citizen(string User, string Name, string ResidentId, string Mobile, string Address);

sealed record Company(
    string Name, string CreditCode, string LegalRepresentative, string Address, IReadOnlyList<Mandate> Mandates);

sealed record Mandate(string User, string Role, DateOnly ValidFrom, DateOnly ValidTo, string Scope);
