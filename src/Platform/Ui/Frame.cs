using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Yimen.Platform.Ui;

/// <summary>What surrounds every page: whose county, whose eyes, which request. Cascaded by the page host, so that pages stay pure functions of their view.</summary>
public sealed record Frame
{
    /// <summary>The county as people say it, e.g. <c>乐昌市</c>.</summary>
    public required string CountyName { get; init; }

    /// <summary>"" or "/440281": stands before every href.</summary>
    public required string Base { get; init; }

    /// <summary>Path of the request without <see cref="Base"/>.</summary>
    public required string Path { get; init; }

    /// <summary>Query of the request, with or without its question mark.</summary>
    public required string Query { get; init; }

    public SignedIn? User { get; init; }

    public required DateOnly Today { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary><c>normal</c>, <c>large</c> or <c>elder</c> (长辈版).</summary>
    public string TextSize { get; init; } = "normal";

    public bool Dark { get; init; }

    /// <summary>A demo world stamps 演示 on every page and document.</summary>
    public bool Demo { get; init; }

    /// <summary>Changes with every release; part of each asset's address, so that assets may be cached for ever.</summary>
    public string AssetVersion { get; init; } = "0";

    /// <summary>The antiforgery token; asked only when a form is rendered, since it makes the page no-store (ruling 23).</summary>
    public required Func<string> Csrf { get; init; }

    /// <summary>A fresh idempotency key for a form that creates something.</summary>
    public required Func<string> NewKey { get; init; }

    public IReadOnlyList<RailLink> Rail { get; init; } = [];

    /// <summary>One line that says what has just been done, after a redirect.</summary>
    public string? Notice { get; init; }

    /// <summary>The only way to an href: a path of ours under this county.</summary>
    public string Href(string path) => Base + path;

    public string Asset(string path) => $"{Base}{path}?v={AssetVersion}";

    /// <summary>A picture of the set beside a word: what <c>Icon</c> draws, as plain markup. Lists and rails hold dozens, and a component for each cost more than the rest of the page.</summary>
    /// <param name="name">Ours, never somebody's input.</param>
    public MarkupString Icon(string name) =>
        new($"<svg class=\"icon\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" focusable=\"false\" aria-hidden=\"true\"><use href=\"{Asset("/svg/icons.svg")}#{name}\"></use></svg>");

    /// <summary>This page with some query values changed; null takes a value away. What else stands in the query stays.</summary>
    public string Here(params IEnumerable<(string Name, string? Value)> changes)
    {
        var query = QueryHelpers.ParseQuery(Query);
        foreach (var (name, value) in changes)
        {
            query.Remove(name);
            if (!string.IsNullOrEmpty(value))
            {
                query[name] = value;
            }
        }

        return QueryHelpers.AddQueryString(Base + new PathString(Path).ToUriComponent(), query.Where(q => q.Value.Count > 0 && q.Value[0] != ""));
    }

    /// <summary>The link that sets the text size or theme and comes back here: a link and not a form, so that the page stays cacheable.</summary>
    public string ViewHref(string name, string value) =>
        QueryHelpers.AddQueryString(Href("/view"), new Dictionary<string, string?> { [name] = value, ["back"] = Path + Query });

    /// <summary>Whether <paramref name="path"/> is this page or stands above it.</summary>
    public bool Within(string path) =>
        Path.Equals(path, StringComparison.Ordinal)
        || (path.Length > 1 && Path.StartsWith(path, StringComparison.Ordinal) && Path[path.Length] == '/');
}

public sealed record SignedIn(Guid Account, string Name, bool IsStaff, DateTimeOffset? LastSignIn);

/// <summary>One line of the desk's rail. Lines of one group stand together under its heading.</summary>
public sealed record RailLink(string Group, string Title, string Href, string Icon, int? Count);

/// <summary>One step of the path to this page; the last has no href.</summary>
public sealed record Crumb(string Title, string? Href = null);
