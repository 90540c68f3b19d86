using Microsoft.AspNetCore.Http;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Http;

/// <summary>A rule that forbids what stands in one field says so at that field, on the form as it was typed: 409 as ever, and nothing is lost.</summary>
public static class KeptForm
{
    /// <summary>For the fields: whatever no other entry names is said of the form as a whole.</summary>
    public static readonly (string Code, string Field) AnyRule = ("*", "");

    /// <param name="errors">What could not be read; takes the rule's sentence.</param>
    /// <param name="act">Carries the form out.</param>
    /// <param name="again">The form again, with a status.</param>
    /// <param name="fields">Which field a rule speaks of, by its code; other rules have the page of refusals.</param>
    public static async Task<IResult> Try(FormErrors errors, Func<Task<IResult>> act, Func<int, Task<IResult>> again, params (string Code, string Field)[] fields)
    {
        if (errors.Count > 0)
        {
            return await again(StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            return await act();
        }
        catch (RuleViolation e) when (FieldOf(e, fields) is { } field)
        {
            errors.Add(field, e.Article is null ? e.Message : $"{e.Message}（{e.Article}）");
            return await again(StatusCodes.Status409Conflict);
        }
    }

    /// <summary>What a rule forbids already, said on the form before anybody fills it.</summary>
    public static FormErrors Before(Action may)
    {
        var errors = new FormErrors();
        try
        {
            may();
        }
        catch (RuleViolation e)
        {
            errors.Add("", e.Article is null ? e.Message : $"{e.Message}（{e.Article}）");
        }

        return errors;
    }

    // busy asks to come again, which no field can help
    private static string? FieldOf(RuleViolation e, (string Code, string Field)[] fields) => e.Code == "busy" ? null
        : fields.FirstOrDefault(f => f.Code == e.Code).Field ?? fields.FirstOrDefault(f => f.Code == AnyRule.Code).Field;
}
