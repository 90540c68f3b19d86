using Yimen.Kernel;

namespace Yimen.Knowledge.Limits;

/// <summary>What a limit is for, with its unit.</summary>
internal enum KnowledgeLimitCode
{
    [Label("定期复审的周期（月）")] RecheckMonths = 1,
    [Label("复审期限前几天提醒（工作日）")] RecheckAhead = 2,
    [Label("事项变更后复审的期限（工作日）")] ItemRecheck = 3,
    [Label("政策变动后更新的期限（工作日）")] PolicyUpdate = 4,
    [Label("纠错答复的期限（工作日）")] CorrectionAnswer = 5,
    [Label("热门问题统计的天数（自然日）")] HotDays = 6,
}
