namespace Yimen.Platform.Counties;

/// <summary>
/// What was last read of a table that every request asks for and hardly anybody changes: read anew after a second, for the sake of other nodes (ruling 27),
/// and at once after this one has changed it.
/// </summary>
/// <param name="matter">The kind of matter that keeps the table; its saving makes what was read forgotten.</param>
public sealed class Remembered<T>(Type matter) : IRemembered
    where T : class
{
    private const int TrustedForMilliseconds = 1000;

    private Known? known;
    private long turn;

    public async ValueTask<T> Get(Func<Task<T>> read)
    {
        var began = Now();
        return Trusted(began) ?? Keep(await read(), began);
    }

    /// <summary>For figures, which are built without waiting.</summary>
    public T Get(Func<T> read)
    {
        var began = Now();
        return Trusted(began) ?? Keep(read(), began);
    }

    // also what is being read at this moment is not to be trusted
    void IRemembered.Heed(IReadOnlySet<Type> saved)
    {
        if (saved.Contains(matter))
        {
            Interlocked.Increment(ref turn);
        }
    }

    private (long Turn, long At) Now() => (Interlocked.Read(ref turn), Environment.TickCount64);

    private T? Trusted((long Turn, long At) now) => Volatile.Read(ref known) is { } k && k.Turn == now.Turn && now.At - k.At < TrustedForMilliseconds ? k.Value : null;

    private T Keep(T value, (long Turn, long At) began)
    {
        Volatile.Write(ref known, new(value, began.Turn, began.At));
        return value;
    }

    private sealed record Known(T Value, long Turn, long At);
}

internal interface IRemembered
{
    void Heed(IReadOnlySet<Type> saved);
}
