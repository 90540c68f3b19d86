namespace Yimen.Platform.Crypto;

/// <summary>A personal value (resident id, phone) as it rests in the database: SM4-GCM ciphertext with the id of its key. Opened only by <see cref="CountyKeys.Open"/>.</summary>
public readonly record struct Sealed(string Text)
{
    public bool IsEmpty => string.IsNullOrEmpty(Text);

    /// <summary>Never the plain value: logs and exceptions may print this.</summary>
    public override string ToString() => "***";
}
