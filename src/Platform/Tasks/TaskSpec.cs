using Yimen.Kernel;

namespace Yimen.Platform.Tasks;

/// <summary>Who must do what, by when: one line of somebody's inbox. Exactly one of role, or account, addresses it; unit and window narrow the role.</summary>
/// <param name="Code">The verb that ends it, stable, e.g. <c>accept</c>; one open task a code and matter.</param>
/// <param name="Title">What the inbox shows: the act and the matter.</param>
/// <param name="Role">The role whose queue it is.</param>
/// <param name="Due">The last China day on which it is in time; null while the clock stands.</param>
public sealed record TaskSpec(string Code, string Title, string Role, UnitId? Unit = null, DateOnly? Due = null)
{
    /// <summary>Narrows the role to one window's queue.</summary>
    public string? Window { get; init; }

    /// <summary>Addresses one person instead of a queue.</summary>
    public Guid? Account { get; init; }

    /// <summary>Narrows a town or village role to its area.</summary>
    public AreaCode? Area { get; init; }

    /// <summary>Where the act is done, e.g. <c>/desk/cases/…</c>.</summary>
    public required string Href { get; init; }
}
