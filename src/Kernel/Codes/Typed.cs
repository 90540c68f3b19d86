namespace Yimen.Kernel;

/// <summary>What people type: full-width digits of a Chinese keyboard, stray blanks, lower case.</summary>
internal static class Typed
{
    /// <summary>Half-width, upper-case, without any blank.</summary>
    public static string Clean(string? text) => text is null ? "" : string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(Half)).ToUpperInvariant();

    /// <summary>The 1-based place of the first character that is not 0–9; 0 if there is none.</summary>
    public static int NonDigit(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') + 1;

    public static int Digit(char c) => c - '0';

    private static char Half(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
}
