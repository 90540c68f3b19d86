using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Http;

/// <summary>A JSON body is held against the rules that its record's properties carry; every broken one is told at once with its Chinese sentence, at 400.</summary>
internal static class BodyRules
{
    /// <summary>The filter that a handler needs, or null when no rule stands on what it takes.</summary>
    internal static Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>? For(MethodInfo handler)
    {
        var ruled = handler.GetParameters().Where(p => HasRules(p.ParameterType)).Select(p => p.Position).ToList();
        return ruled.Count == 0 ? null : (_, next) => call =>
        {
            var errors = new FormErrors();
            foreach (var input in ruled.Select(at => call.Arguments[at]).OfType<object>())
            {
                Hold(input, errors);
            }

            return errors.Count == 0 ? next(call) : ValueTask.FromResult<object?>(BadInput.Of(errors));
        };
    }

    private static bool HasRules(Type type) => type is { IsClass: true, Namespace: { } room } && room.StartsWith("Yimen", StringComparison.Ordinal)
        && type.GetProperties().Any(p => p.IsDefined(typeof(ValidationAttribute), inherit: true));

    private static void Hold(object input, FormErrors errors)
    {
        var broken = new List<ValidationResult>();
        Validator.TryValidateObject(input, new ValidationContext(input), broken, validateAllProperties: true);
        foreach (var result in broken)
        {
            errors.Add(result.MemberNames.FirstOrDefault() ?? "", result.ErrorMessage!);
        }
    }
}
