using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Yimen.Platform.Http;

/// <summary>A form from which every field is missing binds to nothing at all; handlers get an input of nulls instead, and say what is missing at 422.</summary>
internal static class EmptyForms
{
    /// <summary>The filter that a handler needs, or null when it takes no form or its form cannot be empty.</summary>
    internal static Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>? For(MethodInfo handler)
    {
        var forms = handler.GetParameters().Where(IsForm).Select(p => (p.Position, Make: Empty(p.ParameterType))).Where(f => f.Make is not null).ToList();
        return forms.Count == 0 ? null : (_, next) => call =>
        {
            foreach (var (at, make) in forms)
            {
                call.Arguments[at] ??= make!();
            }

            return next(call);
        };
    }

    private static bool IsForm(ParameterInfo parameter) =>
        parameter.GetCustomAttributes().OfType<IFromFormMetadata>().Any() && parameter.ParameterType is { IsClass: true, IsArray: false } type && type != typeof(string);

    /// <summary>Calls the record's constructor with the default of each parameter.</summary>
    private static Func<object>? Empty(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault();
        var defaults = constructor?.GetParameters().Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null).ToArray();
        return constructor is null ? null : () => constructor.Invoke(defaults);
    }
}
