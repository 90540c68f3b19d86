namespace Yimen.Platform.Delivery;

/// <summary>What is carried out of the house, opened for the moment of carrying.</summary>
/// <param name="Id">The same at every attempt: by it the other side knows a repetition.</param>
public sealed record OpenLetter(Guid Id, string County, string To, string Subject, string Body)
{
    /// <inheritdoc cref="Letter.Via"/>
    public string? Via { get; init; }

    /// <inheritdoc cref="Letter.Link"/>
    public string? Link { get; init; }
}

/// <summary>Carries letters over one channel: to a mail server, to an SMS gateway.</summary>
public interface ILetterCarrier
{
    DeliveryChannel Channel { get; }

    /// <summary>People read it: a demo county's stamp goes before it. What a program reads is carried as it is.</summary>
    bool ToPeople => true;

    /// <summary>Whether this county has the channel; letters wait until it has.</summary>
    bool IsOpenFor(string county);

    /// <exception cref="DeliveryFailed">The other side refused, or did not answer.</exception>
    Task Carry(OpenLetter letter, CancellationToken ct);
}

/// <summary>The letter did not arrive.</summary>
/// <param name="message">What the other side said, for staff.</param>
/// <param name="forGood">Trying again cannot help: the address does not exist.</param>
public sealed class DeliveryFailed(string message, bool forGood = false, Exception? cause = null) : Exception(message, cause)
{
    public bool ForGood { get; } = forGood;
}
