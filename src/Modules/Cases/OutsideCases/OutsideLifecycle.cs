using Yimen.Kernel;

namespace Yimen.Cases.OutsideCases;

/// <summary>Where a matter stands in the system that handles it, as far as we were told.</summary>
public enum OutsideState
{
    [Label("外部办理中")] Running = 1,
    [Label("外部待补正")] Correcting = 2,
    [Label("外部准予")] Granted = 10,
    [Label("外部不予")] Denied = 11,
    [Label("外部终止")] Ended = 12,
    [Label("登记作废")] Voided = 99,
}

internal enum OutsideVerb
{
    [Label("外部要求补正")] AskCorrection,
    [Label("外部恢复办理")] Resume,
    [Label("外部办结准予")] Grant,
    [Label("外部办结不予")] Deny,
    [Label("外部终止办理")] End,
    [Label("作废登记")] Void,
}

/// <summary>What may be reported after what. A finished matter stays finished: another end would be a mistake over there or here.</summary>
internal static class OutsideLifecycle
{
    public static readonly Lifecycle<OutsideState, OutsideVerb> Table = new(
        (OutsideState.Running, OutsideVerb.AskCorrection, OutsideState.Correcting),
        (OutsideState.Correcting, OutsideVerb.Resume, OutsideState.Running),
        (OutsideState.Running, OutsideVerb.Grant, OutsideState.Granted),
        (OutsideState.Correcting, OutsideVerb.Grant, OutsideState.Granted),
        (OutsideState.Running, OutsideVerb.Deny, OutsideState.Denied),
        (OutsideState.Correcting, OutsideVerb.Deny, OutsideState.Denied),
        (OutsideState.Running, OutsideVerb.End, OutsideState.Ended),
        (OutsideState.Correcting, OutsideVerb.End, OutsideState.Ended),
        (OutsideState.Running, OutsideVerb.Void, OutsideState.Voided),
        (OutsideState.Correcting, OutsideVerb.Void, OutsideState.Voided));

    /// <summary>The words of a status file, and what they ask for.</summary>
    public static readonly IReadOnlyDictionary<string, OutsideVerb> Words = new Dictionary<string, OutsideVerb>
    {
        ["办理中"] = OutsideVerb.Resume, ["待补正"] = OutsideVerb.AskCorrection, ["准予"] = OutsideVerb.Grant, ["不予"] = OutsideVerb.Deny, ["终止"] = OutsideVerb.End,
    };

    /// <summary>Where the verb leads, from wherever it may be called.</summary>
    public static OutsideState Aim(OutsideVerb verb) => Table.Table.First(row => row.Key.Verb == verb).Value;
}
