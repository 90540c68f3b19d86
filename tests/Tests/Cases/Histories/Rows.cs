using System.Reflection;

namespace Yimen.Tests.Cases.Histories;

/// <summary>Read-only rows of another room, and ids that a database gives, are filled by EF only; in memory so.</summary>
internal static class Rows
{
    public static T Made<T>(params (string Name, object? Value)[] values)
        where T : class
    {
        var made = Activator.CreateInstance<T>();
        foreach (var (name, value) in values)
        {
            Put(made, name, value);
        }

        return made;
    }

    public static void Put(object row, string name, object? value) => row.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.SetValue(row, value);
}
