namespace Yimen.Kernel;

/// <summary>A due date that can be checked by hand.</summary>
/// <param name="Due">null while an open stop stands.</param>
/// <param name="Provisional">The holidays of a year on the way are not yet known; weekdays were assumed.</param>
/// <param name="Days">Every day from the start to the due date, or to the first day of an open stop.</param>
public sealed record Explanation(DateOnly? Due, bool Provisional, IReadOnlyList<ClockDay> Days);

/// <summary>One day of an explanation.</summary>
/// <param name="Number">The number of days counted so far, this one included.</param>
/// <param name="Reason">起算日不计入, 第3个工作日, 周末, 国庆节, 调休上班，第4个工作日, 时限中止：公示.</param>
public sealed record ClockDay(DateOnly Date, bool Counts, int Number, string Reason);
