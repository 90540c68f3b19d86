namespace Yimen.ComposeWorld.Catalogue;

/// <summary>A spread that is the same on every run and machine (FNV-1a), where a real county's history would vary.</summary>
static class Stable
{
    public static int Pick(string key, int choices)
    {
        var hash = 2166136261u;
        foreach (var letter in key)
        {
            hash = (hash ^ letter) * 16777619u;
        }

        return (int)((hash ^ hash >> 15) % (uint)choices);
    }
}
