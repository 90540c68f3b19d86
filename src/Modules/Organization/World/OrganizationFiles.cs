namespace Yimen.Organization.World;

internal sealed record DivisionFile(IReadOnlyList<DivisionLine> Divisions);

internal sealed record DivisionLine(string Code12, string Name, string Level, string? Parent);

internal sealed record UnitFile(IReadOnlyList<UnitLine> Units);

/// <param name="ResidentSince">进驻大厅 since; null for a unit that is not in the hall.</param>
internal sealed record UnitLine(
    string Code, string Name, string ShortName, string CreditCode, string Kind, int Level, string Area, string? Parent, DateOnly? ResidentSince,
    string ConsultPhone, string SupervisePhone);

internal sealed record WindowFile(IReadOnlyList<WindowLine> Windows);

internal sealed record WindowLine(string Code, string Name, string Kind, string Unit, string Area, string Place, string Hours, string Phone, DateOnly? OpenedOn);

internal sealed record StaffFile(IReadOnlyList<StaffLine> Staff);

/// <param name="Windows">Where they sit.</param>
internal sealed record StaffLine(string User, string Name, string? Unit, IReadOnlyList<RoleLine> Roles, IReadOnlyList<string>? Windows);

internal sealed record RoleLine(string Role, string? ScopeUnit, string? ScopeArea);

internal sealed record CitizenFile(IReadOnlyList<CitizenLine> People);

internal sealed record CitizenLine(string User, string Name, string? ResidentId, string? Mobile);

/// <summary>The part of <c>world.json</c> that says when the centre is open.</summary>
internal sealed record HoursFile(HoursLine? OfficeHours);

internal sealed record HoursLine(DateOnly ValidFrom, HalfDay Morning, HalfDay Afternoon);

internal sealed record HalfDay(TimeOnly From, TimeOnly To);
