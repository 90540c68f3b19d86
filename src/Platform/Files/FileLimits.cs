namespace Yimen.Platform.Files;

/// <summary>What is taken at one place: how large in bytes, and of which kinds.</summary>
public sealed record FileLimits(long MostBytes, IReadOnlyList<FileKind> Kinds)
{
    /// <summary>A material of a case: 20 MB, any kind that we know.</summary>
    public static readonly FileLimits Material = new(20 * 1024 * 1024, FileKind.All);

    /// <summary>For the <c>accept</c> of a file field.</summary>
    public string Accept => string.Join(',', Kinds.SelectMany(k => k.Endings));
}
