using System.Collections.Concurrent;
using System.Reflection;

namespace Yimen.Kernel;

/// <summary>The Chinese name of an enum member, carried once where the member is declared.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string text) : Attribute
{
    public string Text { get; } = text;
}

public static class Label
{
    private static readonly ConcurrentDictionary<Enum, string> Cache = new();

    /// <summary>The label of a member; its English name if it has none.</summary>
    public static string Of(Enum value) => Cache.GetOrAdd(value, static v =>
        v.GetType().GetField(v.ToString())?.GetCustomAttribute<LabelAttribute>()?.Text ?? v.ToString());
}
