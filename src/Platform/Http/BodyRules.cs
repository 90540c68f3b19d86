using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Http;

/// <summary>
/// A JSON body is held against the rules that its record's properties carry, and those of the records and lists inside it;
/// every broken one is told at once with its Chinese sentence and the path of its field (<c>materials[2].note</c>), at 400.
/// </summary>
internal static class BodyRules
{
    // deeper than any input of ours; a body cannot refer to itself
    private const int Deepest = 8;

    /// <summary>The filter that a handler needs, or null when no rule stands on what it takes.</summary>
    internal static Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>? For(MethodInfo handler)
    {
        var ruled = handler.GetParameters().Where(p => HasRules(p.ParameterType, [])).Select(p => p.Position).ToList();
        return ruled.Count == 0 ? null : (_, next) => call =>
        {
            var errors = new FormErrors();
            foreach (var input in ruled.Select(at => call.Arguments[at]).OfType<object>())
            {
                Hold(input, "", Deepest, errors);
            }

            return errors.Count == 0 ? next(call) : ValueTask.FromResult<object?>(BadInput.Of(errors));
        };
    }

    private static bool HasRules(Type type, HashSet<Type> seen)
    {
        var own = Inner(type);
        return IsOurs(own) && seen.Add(own) && Fields(own).Any(p => p.IsDefined(typeof(ValidationAttribute), inherit: true) || HasRules(p.PropertyType, seen));
    }

    /// <summary>Of a list what it lists, of a dictionary what it keeps.</summary>
    private static Type Inner(Type type) => type == typeof(string) ? type
        : type.IsArray ? type.GetElementType()!
        : type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[^1]
        : type;

    // what is injected beside the body is a class too, and carries no rules: only data is looked into
    private static bool IsOurs(Type type) => type is { IsClass: true, IsAbstract: false, Namespace: { } room } && room.StartsWith("Yimen", StringComparison.Ordinal)
        && type.GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public) is not null;

    private static IEnumerable<PropertyInfo> Fields(Type type) => type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanRead && p.GetIndexParameters().Length == 0);

    private static void Hold(object input, string path, int deeper, FormErrors errors)
    {
        if (input is IEnumerable list and not string)
        {
            foreach (var (at, one) in Entries(list))
            {
                Hold(one, $"{path}[{at}]", deeper - 1, errors);
            }

            return;
        }

        if (deeper < 0 || !IsOurs(input.GetType()))
        {
            return;
        }

        var broken = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), broken, validateAllProperties: true);
        foreach (var result in broken)
        {
            errors.Add(Join(path, result.MemberNames.FirstOrDefault() ?? ""), result.ErrorMessage!);
        }

        foreach (var field in Fields(input.GetType()).Where(f => IsOurs(Inner(f.PropertyType))))
        {
            if (field.GetValue(input) is { } value)
            {
                Hold(value, Join(path, field.Name), deeper - 1, errors);
            }
        }
    }

    private static IEnumerable<(object At, object One)> Entries(IEnumerable list)
    {
        if (list is IDictionary named)
        {
            return named.Keys.Cast<object>().Where(k => named[k] is not null).Select(k => (k, named[k]!));
        }

        return list.Cast<object?>().Select((one, at) => ((object)at, one)).Where(e => e.one is not null).Select(e => (e.Item1, e.one!));
    }

    // as the body writes it
    private static string Join(string path, string name) => (path, JsonNamingPolicy.CamelCase.ConvertName(name)) switch
    {
        ("", var own) => own,
        (_, "") => path,
        var (outer, own) => $"{outer}.{own}",
    };
}
