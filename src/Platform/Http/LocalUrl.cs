using Microsoft.AspNetCore.WebUtilities;

namespace Yimen.Platform.Http;

/// <summary>Where to go back to: a path of ours only, so that no link of ours leads a person to a stranger.</summary>
public static class LocalUrl
{
    /// <summary><paramref name="url"/> if it is a path of this site without the county's base, else <paramref name="otherwise"/>.</summary>
    public static string Or(string? url, string otherwise) => IsLocal(url) ? url! : otherwise;

    /// <summary>A path with one query value, which is left out when there is none.</summary>
    public static string With(string path, string name, string? value) =>
        string.IsNullOrEmpty(value) ? path : QueryHelpers.AddQueryString(path, name, value);

    public static bool IsLocal(string? url) =>
        url is ['/', ..] && !(url.Length > 1 && url[1] is '/' or '\\') && !url.Any(char.IsControl);
}
