namespace Yimen.ComposeWorld.Catalogue;

/// <summary>The publish gate of the catalogue (domain B4), asked of every composed line.</summary>
static class Gate
{
    static readonly (string Rule, Func<Line, bool> Holds)[] Rules =
    [
        ("编码为 12 位数字", line => line.BasicCode.Length == 12 && line.BasicCode.All(char.IsAsciiDigit)),
        ("编码中的类型与事项类型一致", line => line.BasicCode[2..4] == line.Type),
        ("承诺时限不超过法定时限", line => line.StatutoryDays is not { } legal || (line.PromisedDays <= legal && line.PromisedKind == line.StatutoryKind)),
        ("即办件承诺不超过 1 个工作日", line => line.ProjectType != 1 || line is { PromisedDays: <= 1, PromisedKind: "工作日" }),
        ("收费行有依据和标准", line => line.Fees.All(fee => fee.Basis.Length > 0 && fee.Standard.Length > 0)),
        ("Ⅳ级到现场 0 次，Ⅲ级不超过 1 次", line => line.OnlineDepth switch { "IV" => line.Visits == 0, "III" => line.Visits <= 1, _ => true }),
        ("不能网办的写明到现场原因", line => line.IsOnline || !string.IsNullOrEmpty(line.Limits)),
        ("Ⅰ级不算可网办", line => line.IsOnline == (line.OnlineDepth != "I")),
        ("至少一条设定依据", line => line.LegalBases.Count > 0 && line.LegalBases.All(basis => basis.Law.Length > 2)),
        ("有办理结果", line => line.Results.Count > 0 && line.Results.All(result => result.Name.Length > 1)),
        ("依申请事项有申请材料", line => !line.ByApplication || line.Materials.Count >= 2),
        ("材料有来源和必要性", line => line.Materials.All(material => material.Source is 10 or 20 or 99 && material.Need is 1 or 2 or 3)),
        ("材料不重名", line => line.Materials.DistinctBy(material => material.Name).Count() == line.Materials.Count),
        ("申请表有空白表和样表", line => line.Materials.All(material => material.Type != 2 || (material.HasBlankForm && material.HasSample))),
        ("环节时限合计等于承诺时限", line => line.Steps.Sum(step => step.Days) == line.PromisedDays),
        ("有受理条件和实施主体", line => line.Conditions.Length > 0 && line.Implementers.Contains(line.Unit)),
        ("进驻大厅的绑定窗口", line => !line.Hall.Resident || line.Windows.Count > 0),
        ("发布不晚于 2020-12-31、不早于下发", line => line.PublishedOn <= new DateOnly(2020, 12, 31) && (line.Offer is null || line.PublishedOn >= line.Offer.OfferedOn)),
    ];

    public static IEnumerable<string> Violations(IReadOnlyList<Line> lines) =>
    [
        .. from line in lines from rule in Rules where !rule.Holds(line) select $"{line.BasicCode}-{line.Handling} {line.Name}: {rule.Rule}",
        .. lines.GroupBy(Assignment.Key).Where(group => group.Count() > 1).Select(group => $"{group.Key}: 编码重复"),
        .. lines.GroupBy(line => (line.Unit, line.Name)).Where(group => group.Count() > 1).Select(group => $"{group.Key}: 同一单位事项重名"),
    ];
}
