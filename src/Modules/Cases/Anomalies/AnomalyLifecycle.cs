using Yimen.Kernel;

namespace Yimen.Cases.Anomalies;

/// <summary>Which habit of a bad register it looks like.</summary>
public enum AnomalyRule
{
    [Label("秒办")] Quick = 1,
    [Label("一号多人")] SharedPhone = 2,
    [Label("夜间批量办结")] NightBatch = 3,
    [Label("补录异常")] BackDated = 4,
    [Label("材料未齐先办结")] BeforeMaterials = 5,
    [Label("办结后改动")] EditedAfter = 6,
}

public enum AnomalyState
{
    [Label("待说明")] Found = 1,
    [Label("已说明待核")] Explained = 2,
    [Label("说明已采纳")] Accepted = 3,
    [Label("已剔除")] Excluded = 4,
}

public enum AnomalyVerb
{
    [Label("说明情况")] Explain,
    [Label("采纳说明")] Accept,
    [Label("退回重新说明")] Return,
    [Label("剔除统计")] Exclude,
    [Label("恢复统计")] Restore,
}

internal static class AnomalyLifecycle
{
    /// <summary>The unit explains, the centre judges; what was left out can always be taken back in, and is then explained anew.</summary>
    public static readonly Lifecycle<AnomalyState, AnomalyVerb> Table = new(
        (AnomalyState.Found, AnomalyVerb.Explain, AnomalyState.Explained),
        (AnomalyState.Explained, AnomalyVerb.Accept, AnomalyState.Accepted),
        (AnomalyState.Explained, AnomalyVerb.Return, AnomalyState.Found),
        (AnomalyState.Found, AnomalyVerb.Exclude, AnomalyState.Excluded),
        (AnomalyState.Explained, AnomalyVerb.Exclude, AnomalyState.Excluded),
        (AnomalyState.Accepted, AnomalyVerb.Exclude, AnomalyState.Excluded),
        (AnomalyState.Excluded, AnomalyVerb.Restore, AnomalyState.Found));
}
