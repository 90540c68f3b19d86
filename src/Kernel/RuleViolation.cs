namespace Yimen.Kernel;

/// <summary>The rule forbids it: a refusal with a code, a Chinese sentence for the person, and the article of law if there is one. Mapped once to 409.</summary>
/// <param name="code">Stable English code, kebab-case, for programs and tests.</param>
/// <param name="message">What a person reads: what is forbidden and what to do instead.</param>
/// <param name="article">The law, e.g. 行政许可法 第四十二条.</param>
public sealed class RuleViolation(string code, string message, string? article = null) : Exception(message)
{
    public string Code { get; } = code;
    public string? Article { get; } = article;
}
