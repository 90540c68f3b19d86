using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Yimen.Tests.Http;

/// <summary>Counts what EF sends to each database of this process. A fixture, since it must listen before a town's first statement: a context to which nobody listens stops asking for a while.</summary>
public sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentDictionary<string, int> sent = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    public Statements() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>How many went to the databases whose connection string holds <paramref name="place"/>.</summary>
    public int At(string place) => sent.Where(s => s.Key.Contains(place, StringComparison.OrdinalIgnoreCase)).Sum(s => s.Value);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData command)
        {
            sent.AddOrUpdate(command.Command.Connection!.ConnectionString, 1, (_, n) => n + 1);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }
}
