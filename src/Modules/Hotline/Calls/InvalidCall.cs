namespace Yimen.Hotline.Calls;

/// <summary>无效来电情形 — for which a call is no matter (<see cref="OrderCodeTables.Invalid"/>).</summary>
internal sealed record InvalidCall(string Code, string Name, bool NeedsNote = false);
