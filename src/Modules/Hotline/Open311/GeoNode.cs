namespace Yimen.Hotline.Open311;

/// <summary>
/// One answer as a tree from which both formats are written, so that they cannot say different things. The mapping is the one that GeoReport v2 calls Spark:
/// JSON leaves out the root's name and the names of repeated elements, an empty element is null.
/// </summary>
internal abstract record GeoNode
{
    public static implicit operator GeoNode(string? text) => new GeoText(text);

    public static implicit operator GeoNode(bool flag) => new GeoFlag(flag);

    public static implicit operator GeoNode(int number) => new GeoNumber(number);

    public static implicit operator GeoNode(double? number) => number is { } n ? new GeoNumber(n) : new GeoText(null);
}

/// <summary>Text; null or empty is an empty element, and null in JSON.</summary>
internal sealed record GeoText(string? Text) : GeoNode;

internal sealed record GeoFlag(bool Flag) : GeoNode;

internal sealed record GeoNumber(double Number) : GeoNode;

/// <summary>Named children in the order of the specification.</summary>
internal sealed record GeoObject(params (string Name, GeoNode Value)[] Fields) : GeoNode;

/// <summary>One kind of child, repeated.</summary>
internal sealed record GeoList(string Item, IReadOnlyList<GeoNode> Items) : GeoNode;

/// <summary>A whole answer: the root element's name and what stands in it.</summary>
internal sealed record GeoDocument(string Root, GeoNode Node);
