using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

internal static class Publishing
{
    /// <summary>The centre publishes what lies before it, from the preview.</summary>
    public static async Task<HttpResponseMessage> Publish(this Town town, Guid item, string? provincialId = null, string? provincialVersion = null)
    {
        var centre = await town.SignedIn("catalogue1");
        return await town.PostForm(centre, $"/desk/items/{item}/preview", $"/desk/items/{item}/publication",
            ("provincialId", provincialId ?? $"44028120201102{item.ToByteArray()[^1]:00}"), ("provincialVersion", provincialVersion ?? "9"));
    }
}
