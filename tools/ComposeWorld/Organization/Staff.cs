namespace Yimen.ComposeWorld.Organization;

/// <summary>人员 — fictitious demo people: those of the hall as written, unit and town accounts by pattern.</summary>
sealed class Staff(StaffSources written, Units units, Windows windows)
{
    const string HotlineOffice = "RXB";
    const int HotlineOfficers = 4;

    int named;

    public IReadOnlyList<Person> All() =>
        [.. Sources().Select(person => new Person(
            person.User, NextName(), person.Unit, person.Windows ?? [], [.. person.Roles.Select(role => Grant(role, person))], person.Partner))];

    IEnumerable<PersonSource> Sources() =>
    [
        .. written.People,
        .. units.Departments.Where(unit => unit.Kind != "中心").SelectMany(UnitPeople),
        .. units.Towns.SelectMany(TownPeople),
        .. units.Villages.Take(written.VillageClerks).Select((unit, i) => Local($"clerk-village{i + 1}", unit, windows.Village)),
        .. HotlinePeople(),
    ];

    // 热线办 and 热线成员单位: a liaison each; those that have nothing in the hall need somebody who reviews and signs
    IEnumerable<PersonSource> HotlinePeople() =>
    [
        .. Enumerable.Range(1, HotlineOfficers).Select(n => new PersonSource($"hotline{n}", HotlineOffice, ["hotline"])),
        .. units.Departments.Where(unit => unit.Kind != "中心").Concat(units.Towns).Concat(units.Members.Where(unit => unit.Code != HotlineOffice)).Select(unit => new PersonSource(Login(unit) + "-liaison", unit.Code, ["liaison"])),
        .. units.Members.Where(unit => unit.Code != HotlineOffice).SelectMany(unit => new PersonSource[] { new(Login(unit) + "-approver", unit.Code, ["approver"]), new(Login(unit) + "-head", unit.Code, ["unit-head"]) }),
    ];

    IEnumerable<PersonSource> UnitPeople(Unit unit)
    {
        var login = Login(unit);
        yield return new(login + "-approver", unit.Code, ["approver"], Partner: login + (IsFull(unit) ? "-approver2" : "-head"));
        yield return new(login + "-head", unit.Code, ["unit-head", "unit-reviewer"], Partner: login + "-approver");
        yield return new(login + "-editor", unit.Code, ["unit-editor"]);
        if (!IsFull(unit))
        {
            yield break;
        }

        yield return new(login + "-approver2", unit.Code, ["approver"], Partner: login + "-approver");
        yield return new(login + "-reviewer", unit.Code, ["unit-reviewer"], Partner: login + "-head");
    }

    IEnumerable<PersonSource> TownPeople(Unit town, int index)
    {
        yield return Local($"clerk-town{index + 1}", town, windows.Town);
        yield return new(Login(town) + "-head", town.Code, ["unit-head", "approver"], Partner: $"clerk-town{index + 1}");
    }

    static PersonSource Local(string user, Unit unit, IEnumerable<Window> local) =>
        new(user, unit.Code, ["town-clerk"], [local.First(window => window.Unit == unit.Code).Code], Area: unit.Area);

    bool IsFull(Unit unit) => written.FullUnits.Contains(unit.Code);

    static string Login(Unit unit) => unit.Code.ToLowerInvariant();

    // A clerk of the centre receives for every unit, a clerk of a unit only for that unit.
    static RoleGrant Grant(string role, PersonSource person) => role switch
    {
        "town-clerk" => new(role, null, person.Area),
        "clerk" when person.Unit == "XZZX" => new(role, null, null),
        "clerk" or "approver" or "unit-head" or "unit-editor" or "unit-reviewer" or "liaison" => new(role, person.Unit, null),
        _ => new(role, null, null),
    };

    string NextName()
    {
        var (family, stem) = (named % written.Surnames.Length, named / written.Surnames.Length % written.Stems.Length);
        var second = named / (written.Surnames.Length * written.Stems.Length);
        named++;
        return $"{written.Surnames[family]}{written.Stems[stem]}{(second == 0 ? "" : written.Stems[second - 1])}";
    }
}
