using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;

namespace Yimen.Platform.Journal;

/// <summary>Old and new values to the journal's JSON text and back; personal ones pass through the matter's own key.</summary>
public sealed class JournalChanges(AppDb db, CountyScope scope)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async ValueTask<string> Write(MatterRef matter, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        if (changes.Count == 0)
        {
            return "[]";
        }

        var key = changes.Any(c => c.Personal) ? await KeyOf(matter, ct) : null;
        return JsonSerializer.Serialize(changes.Select(c => c.Personal ? Hide(c, key!) : c), Json);
    }

    /// <summary>The values as the reader may see them: personal ones only when <paramref name="unmasked"/>, and only while their key exists.</summary>
    public async ValueTask<IReadOnlyList<Change>> Read(MatterRef matter, string text, bool unmasked, CancellationToken ct)
    {
        var changes = JsonSerializer.Deserialize<List<Change>>(text, Json) ?? [];
        if (!changes.Any(c => c.Personal))
        {
            return changes;
        }

        var row = unmasked ? await db.Set<MatterKey>().FindAsync([matter.Kind, matter.Id], ct) : null;
        var key = row is null ? null : scope.County.Keys.Open(row.Key);
        return [.. changes.Select(c => c.Personal ? c with { Old = Show(c.Old, key), New = Show(c.New, key) } : c)];
    }

    private async ValueTask<byte[]> KeyOf(MatterRef matter, CancellationToken ct)
    {
        var keys = db.Set<MatterKey>();
        var row = await keys.FindAsync([matter.Kind, matter.Id], ct);
        if (row is null)
        {
            row = new MatterKey
            {
                Kind = matter.Kind,
                MatterId = matter.Id,
                Key = scope.County.Keys.Seal(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))),
            };
            keys.Add(row);
        }

        return Convert.FromHexString(scope.County.Keys.Open(row.Key) ?? throw new InvalidOperationException($"The key of {matter} cannot be opened: the county's key ring is missing."));
    }

    private Change Hide(Change change, byte[] key) => change with { Old = Hide(change.Old, key), New = Hide(change.New, key) };

    private string? Hide(string? value, byte[] key) => value is null
        ? null
        : $"{Convert.ToBase64String(Sm.Seal(key, Encoding.UTF8.GetBytes(value)))} {scope.County.Keys.IndexOf(value)}";

    private static string? Show(string? text, string? key) => text is null
        ? null
        : key is null ? "***" : Encoding.UTF8.GetString(Sm.Open(Convert.FromHexString(key), Convert.FromBase64String(text[..text.IndexOf(' ')])));
}
