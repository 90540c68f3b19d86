using System.Text.Encodings.Web;
using System.Text.Json;

namespace Yimen.Hotline.Bulletins;

/// <summary>A bulletin's counts as the text that is stored at its issue, and back.</summary>
internal static class BulletinContent
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Written(BulletinView view) => JsonSerializer.Serialize(view, Options);

    public static BulletinView Read(string text) => JsonSerializer.Deserialize<BulletinView>(text, Options)!;
}
