namespace Yimen.Hotline.Open311;

/// <summary>附加问题 — what a service asks beside place and story. Data, beside the service that it belongs to (<c>open311-services.json</c>).</summary>
/// <param name="Code">Unique within the service.</param>
/// <param name="Datatype">string, number, datetime, text, singlevaluelist or multivaluelist.</param>
/// <param name="Description">The question.</param>
/// <param name="Variable">False: it only tells something and asks nothing.</param>
/// <param name="Hint">How it is to be filled in.</param>
internal sealed record GeoAttribute(string Code, string Datatype, string Description, bool Required = false, bool Variable = true, string Hint = "", IReadOnlyList<GeoChoice>? Values = null)
{
    public bool IsList => Datatype is "singlevaluelist" or "multivaluelist";

    public GeoNode Node(int order)
    {
        (string, GeoNode)[] always =
        [
            ("variable", Variable), ("code", Code), ("datatype", Datatype), ("required", Required), ("datatype_description", Hint), ("order", order), ("description", Description),
        ];
        return new GeoObject(IsList ? [.. always, ("values", new GeoList("value", [.. Values!.Select(v => new GeoObject(("key", v.Key), ("name", v.Name)))]))] : always);
    }

    /// <summary>What is wrong with the values given; null when nothing is.</summary>
    public string? Fault(IReadOnlyList<string> given) => given.Count == 0 ? (Required ? $"required: 缺少必填项“{Description}”。" : null)
        : given.Count > 1 && Datatype != "multivaluelist" ? "只能填一个值。"
        : given.Select(FaultOf).FirstOrDefault(f => f is not null);

    private string? FaultOf(string value) => Datatype switch
    {
        "number" when !decimal.TryParse(value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _) => $"“{Description}”应为数字。",
        "datetime" when !IsInstant(value) => $"“{Description}”应为 W3C 格式并带时区的时间。",
        "string" when value.Contains('\n') => $"“{Description}”不能换行。",
        "singlevaluelist" or "multivaluelist" when Values!.All(v => v.Key != value) => $"“{Description}”没有“{(value.Length > 40 ? value[..40] : value)}”这个选项。",
        _ => null,
    };

    private static bool IsInstant(string value)
    {
        try
        {
            GeoDates.Read("", value);
            return true;
        }
        catch (GeoFault)
        {
            return false;
        }
    }

    /// <summary>The value in words.</summary>
    public string Words(string value) => Values?.FirstOrDefault(v => v.Key == value)?.Name ?? value;
}

/// <summary>One value of a list.</summary>
internal sealed record GeoChoice(string Key, string Name);
