using Yimen.ComposeWorld.Organization;

namespace Yimen.ComposeWorld.Catalogue;

/// <summary>Writes the catalogue, then reads nothing but the composed rows to check and recount them.</summary>
static class CatalogueFiles
{
    const int MostShown = 40;

    /// <returns>How many lines or figures are wrong.</returns>
    public static int Compose(Output output, World world, Units units, Windows windows)
    {
        var rules = new Rules(output);
        var drafting = new Drafting(rules, units, world);
        var drafts = Directory.GetFiles(output.At("catalogue/sources"), "*.json").Order(StringComparer.Ordinal)
            .SelectMany(file => drafting.Department(Json.Read<UnitItems>(file))).ToList();
        var lines = new Assignment(drafts, units, windows).Lines();
        var open = Offers.Open(Json.Read<OpenOfferSources>(output.At("catalogue/offers.json")), rules);
        output.Write("catalogue/items.jsonl", Json.Lines(lines));
        output.Write("catalogue/offers-open.json", Json.Rows("由 tools/ComposeWorld 生成。韶关市统筹三批中尚未认领或不认领的事项。", "offers", open));
        return Verify(lines, Recount.Figures(lines, open, windows));
    }

    static int Verify(IReadOnlyList<Line> lines, Dictionary<string, int> counted)
    {
        var violations = Gate.Violations(lines).ToList();
        violations.Take(MostShown).ToList().ForEach(Console.WriteLine);
        var wrong = 0;
        foreach (var (figure, expected) in Figures.Expected)
        {
            var same = counted[figure] == expected;
            wrong += same ? 0 : 1;
            Console.WriteLine($"{figure}  {counted[figure],6}  {(same ? "=" : $"expected {expected}")}");
        }

        Console.WriteLine($"{lines.DistinctBy(line => line.BasicCode[2..9]).Count()} main items, {lines.DistinctBy(line => line.BasicCode).Count()} basic codes, "
            + $"{lines.DistinctBy(line => line.Unit).Count()} units; {violations.Count} violations of the publish gate, {wrong} figures differ");
        return violations.Count + wrong;
    }
}
