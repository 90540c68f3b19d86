using Yimen.Kernel;

namespace Yimen.Hotline.Appraisal;

/// <summary>考核表状态.</summary>
public enum AppraisalState
{
    [Label("拟稿")] Draft = 1,
    [Label("已公布")] Published = 2,
    [Label("已定稿")] Final = 3,
}

internal enum AppraisalVerb
{
    [Label("生成考核表")] Count,
    [Label("重新计算")] Recount,
    [Label("提出剔除")] ProposeExclusion,
    [Label("批准剔除")] AllowExclusion,
    [Label("不批准剔除")] RefuseExclusion,
    [Label("公布考核结果")] Publish,
    [Label("签阅考核结果")] Acknowledge,
    [Label("提出申诉")] Object,
    [Label("申诉成立")] Uphold,
    [Label("申诉不成立")] Dismiss,
    [Label("申诉期满")] EndDays,
    [Label("考核定稿")] Finalise,
}
