namespace Yimen.ComposeWorld.Catalogue;

/// <summary>What a department writes: defaults for all its items, then the items by type of power.</summary>
/// <param name="Unit">Code of the unit; <c>*镇</c> and <c>*村</c> stand for every town and every village committee with a window.</param>
/// <param name="Items">Keyed by type; the key 主动服务 holds public services that nobody has to apply for.</param>
sealed record UnitItems(
    string Unit, string Law, string For, IReadOnlyDictionary<string, IReadOnlyList<ItemSource>> Items,
    string? PersonThemes = null, string? CorpThemes = null, string? System = null, string? Accept = null, string? Place = null);

/// <summary>A main item or, inside <see cref="Subs"/>, a sub-item; what it leaves out comes from its main item, the unit, the type.</summary>
/// <param name="Law">"食品安全法35；食品经营许可管理办法": short names with the number of the article where it is sure.</param>
/// <param name="Days">"20/5" = statutory / promised working days, "60自/30自" = natural days, "-/3" = no statutory limit.</param>
/// <param name="Handlings">Name of a set in handlings.json, or the handling items themselves, separated by ；.</param>
/// <param name="For">人, 企 or 人企.</param>
/// <param name="Materials">Beyond form and identity, separated by ；. A trailing ? is optional, ~ may follow later (容缺后补).</param>
/// <param name="Province">True: the power comes from Guangdong's own catalogue (code 44), else from the national one (00).</param>
/// <param name="Hall">False: handled elsewhere (<see cref="Place"/>), not in the hall.</param>
sealed record ItemSource(
    string Name, string? Law = null, string? Days = null, string? Handlings = null, string? For = null, string? Materials = null,
    string? Result = null, IReadOnlyList<FeeSource>? Fees = null, string? PersonThemes = null, string? CorpThemes = null,
    string? Special = null, string? Conditions = null, IReadOnlyList<IReadOnlyList<string>>? Qa = null, int? Hot = null,
    bool? Town = null, bool? Village = null, bool? Hall = null, string? Place = null, string? Depth = null, bool? Online = null,
    bool? Instant = null, bool? Province = null, string? System = null, string? Accept = null, string? Window = null,
    bool? App = null, IReadOnlyList<ItemSource>? Subs = null)
{
    /// <summary>The sub-item with everything that it does not say itself taken from its main item.</summary>
    public ItemSource Under(ItemSource main) => this with
    {
        Law = Law ?? main.Law,
        Days = Days ?? main.Days,
        Handlings = Handlings ?? main.Handlings,
        For = For ?? main.For,
        Materials = Materials ?? main.Materials,
        Result = Result ?? main.Result,
        Fees = Fees ?? main.Fees,
        PersonThemes = PersonThemes ?? main.PersonThemes,
        CorpThemes = CorpThemes ?? main.CorpThemes,
        Special = Special ?? main.Special,
        Conditions = Conditions ?? main.Conditions,
        Town = Town ?? main.Town,
        Village = Village ?? main.Village,
        Hall = Hall ?? main.Hall,
        Place = Place ?? main.Place,
        Depth = Depth ?? main.Depth,
        Online = Online ?? main.Online,
        Instant = Instant ?? main.Instant,
        Province = Province ?? main.Province,
        System = System ?? main.System,
        Accept = Accept ?? main.Accept,
        Window = Window ?? main.Window,
        App = App ?? main.App,
        Qa = Qa ?? main.Qa,
    };
}

sealed record FeeSource(string Name, string Standard, string Basis, bool Reducible = false);

sealed record HandlingRules(
    string Note, IReadOnlyDictionary<string, string> Sets, IReadOnlyList<HandlingClass> Classes);

/// <summary>What changes when an item is not applied for the first time but altered, extended, replaced, cancelled.</summary>
/// <param name="Match">Regular expression over the handling's name; the first class that matches counts.</param>
/// <param name="Materials">Replaces the item's own materials; null keeps them.</param>
/// <param name="Promised">Promised days are cut to this at most.</param>
sealed record HandlingClass(
    string Name, string Match, IReadOnlyList<string>? Materials = null, int? Promised = null, bool Instant = false,
    string? Depth = null, string? Result = null, string? Conditions = null);

sealed record MaterialRules(string Note, IReadOnlyList<MaterialRule> Rules);

/// <summary>Attributes of every material whose name matches; the last rule matches everything.</summary>
sealed record MaterialRule(
    string Match, int Type, int Form, int Copies, int Source, string? SourceNote, string Standard,
    bool BlankForm = false, bool Sample = false);

sealed record LawNames(string Note, IReadOnlyList<string> OfTheRepublic, IReadOnlyDictionary<string, string> Full);

sealed record TypeRules(string Note, IReadOnlyDictionary<string, TypeRule> Types);

sealed record TypeRule(string Code, string Days, string Result, bool ByApplication, bool Instant, string Conditions);
