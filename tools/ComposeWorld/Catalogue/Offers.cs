namespace Yimen.ComposeWorld.Catalogue;

/// <summary>市统筹三批事项 — 1,275 offered by Shaoguan: 1,180 claimed and published, 95 open or declined with a reason.</summary>
static class Offers
{
    public static Dictionary<string, Offer> Claimed(IReadOnlyList<Line> lines) => lines
        .Where(line => line.Level == 4).OrderBy(line => line.ByApplication ? 0 : 1).Take(Figures.Claimed)
        .ToDictionary(Assignment.Key, line => Claimed(line));

    /// <summary>The open ones, from their source: one row a handling item, code numbers of Shaoguan's lists from 99001.</summary>
    public static IReadOnlyList<OpenOffer> Open(OpenOfferSources sources, Rules rules) =>
        [.. sources.Offers.SelectMany((offer, i) => Rows(offer, i, rules))];

    static IEnumerable<OpenOffer> Rows(OpenOfferSource offer, int index, Rules rules)
    {
        var code = $"00{rules.Type(offer.Type).Code}{99001 + index:D5}000";
        var handlings = rules.Handlings(offer.Handlings);
        return handlings.Select((handling, i) => new OpenOffer(
            code, $"{i + 1:D2}", handlings.Count == 1 ? offer.Name : $"{offer.Name}（{handling}）", offer.Name, rules.Type(offer.Type).Code,
            offer.Unit, 4, new(offer.Batch, Dates.Offered(offer.Batch), offer.State, offer.Reason)));
    }

    static Offer Claimed(Line line)
    {
        var batch = 1 + Stable.Pick(line.Unit, 3);
        return new(batch, Dates.Offered(batch), "已认领", null);
    }
}

sealed record OpenOfferSources(string Note, IReadOnlyList<OpenOfferSource> Offers);

sealed record OpenOfferSource(
    string Name, string Type, string Unit, int Batch, string State, string? Handlings = null, string? Reason = null);

sealed record OpenOffer(
    string BasicCode, string Handling, string Name, string MainName, string Type, string Unit, int Level, Offer Offer);
