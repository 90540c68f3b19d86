namespace Yimen.Bench;

/// <summary>物料交接 of a batch of 60: begun and scanned by the window, signed out, counted and signed in by the unit — 63 posts.</summary>
internal static class Handing
{
    public const int Size = 60;

    /// <summary>Ours, through the forms. A turn takes the next 60 cases.</summary>
    public static Ask Ours(FormBrowser window, FormBrowser unit, string unitId, Func<IReadOnlyList<(Guid Id, string Number)>?> next) => async (_, _) =>
        next() is { } batch ? await Hand(window, unit, unitId, batch) is not null : null;

    /// <returns>The batch's address; null when a post was refused.</returns>
    public static async Task<string?> Hand(FormBrowser window, FormBrowser unit, string unitId, IReadOnlyList<(Guid Id, string Number)> batch)
    {
        if (await window.Post("/desk/handovers", ("way", "ToUnit"), ("unit", unitId), ("window", "A01")) is not { } at)
        {
            return null;
        }

        foreach (var (_, number) in batch)
        {
            if (await window.Post($"{at}/scans", ("number", number)) is null)
            {
                return null;
            }
        }

        return await window.Post($"{at}/departure") is not null && await unit.Post($"{at}/arrival", batch.Select(b => ("came", $"{b.Id}"))) is not null ? at : null;
    }

    /// <summary>The twin's: as many posts, one a step.</summary>
    public static Ask Bare(Func<IReadOnlyList<(Guid Id, string Number)>?> next) => async (server, _) =>
    {
        if (next() is not { } batch)
        {
            return null;
        }

        var id = Written.Fresh();
        foreach (var path in new[] { "beginning" }.Concat(batch.Select(b => $"scans/{b.Number}")).Concat(["departure", "arrival"]))
        {
            using var answer = await server.Http.PostAsync($"/handover/{id}/{path}", null);
            if (!answer.IsSuccessStatusCode)
            {
                return false;
            }
        }

        return true;
    };
}
