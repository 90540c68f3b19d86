namespace Yimen.ComposeWorld.Organization;

sealed record World(
    string Code, string Name, bool Demo, DateOnly AsOf, string Centre, string CentreUnit, OfficeHours OfficeHours, Hall Hall);

sealed record OfficeHours(DateOnly ValidFrom, Span Morning, Span Afternoon, string Text);

sealed record Span(string From, string To);

sealed record Hall(string Name, string Address, string Telephone, string Supervision, string Note);

sealed record DivisionList(string Source, string Licence, string Note, IReadOnlyList<Division> Divisions);

sealed record Division(string Code12, string Name, string Level, string? Parent);

/// <param name="Members">The hotline office and the units that are its members only: not in the hall.</param>
sealed record UnitSources(string Note, IReadOnlyList<UnitSource> Units, IReadOnlyList<UnitSource> Members, IReadOnlyDictionary<string, string> Towns, int VillagesPerTown);

/// <param name="Counter">综窗, 专窗 or null: at which kind of window of the hall the unit's items are received.</param>
/// <param name="Group">The class of items by which the comprehensive windows divide the work.</param>
sealed record UnitSource(
    string Code, string Name, string ShortName, string Kind, int Number,
    string? Parent = null, string? Counter = null, string? Group = null, DateOnly? Since = null);

sealed record Unit(
    string Code, string Name, string ShortName, string CreditCode, string Kind, int Level, string Area, string? Parent,
    DateOnly? ResidentSince, string ConsultPhone, string SupervisePhone);

sealed record WindowSources(string Note, IReadOnlyList<HallWindow> Hall, WindowPattern Town, WindowPattern Village);

sealed record HallWindow(string Code, string Name, string Kind, string Unit, string? Group = null, IReadOnlyList<string>? Serves = null);

sealed record WindowPattern(string Name, string Place);

sealed record Window(
    string Code, string Name, string Kind, string Unit, IReadOnlyList<string> Serves, string Area, string Place, string Hours, string Phone);

sealed record StaffSources(
    string Note, string Surnames, string Stems, IReadOnlyList<PersonSource> People, IReadOnlyList<string> FullUnits, int VillageClerks);

sealed record PersonSource(
    string User, string Unit, IReadOnlyList<string> Roles, IReadOnlyList<string>? Windows = null, string? Partner = null,
    string? Area = null);

sealed record Person(
    string User, string Name, string Unit, IReadOnlyList<string> Windows, IReadOnlyList<RoleGrant> Roles, string? Partner);

sealed record RoleGrant(string Role, string? ScopeUnit, string? ScopeArea);
