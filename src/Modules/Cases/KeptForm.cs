using Microsoft.AspNetCore.Http;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Cases;

/// <summary>A rule that forbids what stands in one field says so at that field, on the form as it was typed: 409 as ever, and nothing is lost.</summary>
internal static class KeptForm
{
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
        catch (RuleViolation e) when (fields.Any(f => f.Code == e.Code))
        {
            errors.Add(fields.First(f => f.Code == e.Code).Field, e.Article is null ? e.Message : $"{e.Message}（{e.Article}）");
            return await again(StatusCodes.Status409Conflict);
        }
    }
}
