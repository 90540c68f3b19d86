using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Units;

internal static class UnitChoices
{
    public static IReadOnlyList<Choice> Kinds { get; } = Of<UnitKind>();

    public static IReadOnlyList<Choice> States { get; } = Of<UnitState>();

    internal static IReadOnlyList<Choice> Of<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(v.ToString(), Label.Of(v)))];
}
