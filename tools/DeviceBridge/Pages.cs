using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace Yimen.DeviceBridge;

/// <summary>The pages that are connected: each asks and is answered, all are told what a device says of its own accord.</summary>
internal sealed class Pages
{
    private const int Most = 64 * 1024; // asks are short; pictures only go the other way

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ConcurrentDictionary<WebSocket, SemaphoreSlim> open = [];

    /// <summary>Answers one page until it goes.</summary>
    public async Task Serve(WebSocket socket, Func<Ask, Told> answer, CancellationToken ct)
    {
        using var turn = new SemaphoreSlim(1);
        open[socket] = turn;
        try
        {
            while (await Read(socket, ct) is { } ask)
            {
                await Send(socket, turn, answer(ask), ct);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // the page went away without a word; there is nobody to answer
        }
        finally
        {
            open.TryRemove(socket, out _);
        }
    }

    /// <returns>How many pages heard it.</returns>
    public async Task<int> Tell(Told told, CancellationToken ct)
    {
        var heard = 0;
        foreach (var (socket, turn) in open)
        {
            await Send(socket, turn, told, ct);
            heard++;
        }

        return heard;
    }

    private static async Task Send(WebSocket socket, SemaphoreSlim turn, Told told, CancellationToken ct)
    {
        // a socket takes one message at a time
        await turn.WaitAsync(ct);
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(told, Options), WebSocketMessageType.Text, true, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The next ask; null when the page leaves or says what is no ask.</summary>
    private static async Task<Ask?> Read(WebSocket socket, CancellationToken ct)
    {
        var (buffer, length) = (new byte[Most], 0);
        while (length < Most)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
            length += part.Count;
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, ct);
                return null;
            }

            if (part.EndOfMessage)
            {
                return Parse(buffer.AsSpan(0, length)) ?? new Ask(0, null, null, null, null);
            }
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, null, ct);
        return null;
    }

    private static Ask? Parse(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize<Ask>(text, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
