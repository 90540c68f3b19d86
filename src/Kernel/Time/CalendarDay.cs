namespace Yimen.Kernel;

/// <summary>A day on which the rule "Monday to Friday works" does not hold, or is confirmed: a holiday, or a day worked instead.</summary>
/// <param name="Name">The holiday that the day belongs to, also for the make-up day: 国庆节.</param>
/// <param name="IsOff">true: a rest day; false: worked (调休上班).</param>
public sealed record CalendarDay(DateOnly Date, string Name, bool IsOff);
