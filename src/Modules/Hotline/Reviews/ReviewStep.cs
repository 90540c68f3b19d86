namespace Yimen.Hotline.Reviews;

/// <summary>审核层级 — one level of a unit's review, and the role that holds it.</summary>
internal sealed record ReviewStep(string Name, string Role);
