using Yimen.Platform.Ui;

namespace Yimen.Hotline.Open311;

/// <summary>What is wrong with a request, under the status code that GeoReport v2 gives it: 400 not given or not right, 403 the key, 404 not known.</summary>
internal sealed class GeoFault(int status, params IReadOnlyList<string> descriptions) : Exception(string.Join(" ", descriptions))
{
    public int Status => status;

    public GeoDocument Document => Of(status, descriptions);

    public static GeoDocument Of(int status, IEnumerable<string> descriptions) =>
        new("errors", new GeoList("error", [.. descriptions.Select(d => new GeoObject(("code", status), ("description", d)))]));

    /// <summary>Everything that was found wrong at the fields, at once, each under the field's name as the client sent it.</summary>
    public static GeoFault Of(FormErrors errors) => new(400, [.. errors.Select(e => $"{Sent(e.Field)}: {e.Message}")]);

    // the intake knows the fields by its own names
    private static string Sent(string field) => field switch
    {
        "content" or "title" => "description",
        "address" => "address_string",
        "name" => "first_name",
        "" => "request",
        _ => field,
    };
}
