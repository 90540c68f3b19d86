using Yimen.ComposeWorld.Organization;

namespace Yimen.ComposeWorld.Catalogue;

/// <summary>Turns one department's source into drafts of lines, one for each basic code and handling item.</summary>
sealed class Drafting(Rules rules, Units units, World world)
{
    int order;

    public IReadOnlyList<Draft> Department(UnitItems source)
    {
        var drafts = new List<Draft>();
        var main = 0;
        foreach (var (type, items) in source.Items)
        {
            foreach (var item in items)
            {
                main++;
                drafts.AddRange(Main(source, type, item, main));
            }
        }

        return drafts;
    }

    IEnumerable<Draft> Main(UnitItems source, string type, ItemSource item, int serial)
    {
        var place = Place(source.Unit);
        var subs = item.Subs is null ? [item] : item.Subs.Select(sub => sub.Under(item)).ToList();
        for (var sub = 0; sub < subs.Count; sub++)
        {
            var rule = rules.Type(type);
            var province = subs[sub].Province == true ? "44" : "00";
            var code = $"{province}{rule.Code}{place.Number:D2}{serial:D3}{(item.Subs is null ? 0 : sub + 1):D3}";
            var handlings = rules.Handlings(subs[sub].Handlings);
            for (var handling = 0; handling < handlings.Count; handling++)
            {
                var facts = new Facts(source, subs[sub], item.Name, rule, code, handlings[handling], rules.Class(handlings[handling]));
                yield return new(
                    new LineComposer(rules, world, place, facts).Compose($"{handling + 1:D2}", TypeName(type), handlings.Count > 1) with
                    {
                        HotRank = sub == 0 && handling == 0 ? item.Hot : null,
                    },
                    subs[sub], place.Counter, place.Group, order++);
            }
        }
    }

    static string TypeName(string key) => key == "主动服务" ? "公共服务" : key;

    Implementing Place(string unit)
    {
        if (unit is "*镇" or "*村")
        {
            var local = unit == "*镇" ? units.Towns : units.Villages;
            return new(local[0], [.. local.Select(row => row.Code)], unit == "*镇" ? 90 : 91, null, null);
        }

        var source = units.Source(unit);
        return new(units[unit], [unit], source.Number, source.Counter, source.Group);
    }
}

/// <summary>Who implements a department's items.</summary>
sealed record Implementing(Unit Unit, IReadOnlyList<string> Codes, int Number, string? Counter, string? Group);

/// <summary>All that is written about one line.</summary>
sealed record Facts(
    UnitItems Source, ItemSource Item, string MainName, TypeRule Type, string Code, string Handling, HandlingClass Class)
{
    public string Served => Item.For ?? Source.For;

    public bool ByApplication => Item.App ?? Type.ByApplication;

    public string Law => Item.Law ?? Source.Law;
}
