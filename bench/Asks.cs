namespace Yimen.Bench;

/// <summary>Asks a server once: one request, or several that belong together. Null when there is nothing left to ask about, false when an answer was not good.</summary>
internal delegate Task<bool?> Ask(Server server, int turn);

internal static class Asks
{
    /// <summary>One request.</summary>
    public static Ask One(Func<int, HttpRequestMessage?> request) => All(i => request(i) is { } one ? [one] : null);

    /// <summary>Requests one after another; the first bad answer ends them.</summary>
    public static Ask All(Func<int, HttpRequestMessage[]?> requests) => async (server, turn) =>
    {
        if (requests(turn) is not { } all)
        {
            return null;
        }

        foreach (var message in all)
        {
            using var answer = await server.Http.SendAsync(message);
            await answer.Content.ReadAsByteArrayAsync();
            message.Dispose();
            if (!answer.IsSuccessStatusCode)
            {
                return false;
            }
        }

        return true;
    };
}
