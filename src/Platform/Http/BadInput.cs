using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Http;

/// <summary>Answers a program whose input cannot be taken: ProblemDetails with a Chinese sentence for each field or parameter.</summary>
public static class BadInput
{
    /// <summary>400: what is missing or cannot be read, by field.</summary>
    public static IResult Of(FormErrors errors) => Problem(errors);

    /// <summary>The same where the endpoint names its answers by type.</summary>
    public static ValidationProblem Problem(FormErrors errors) => TypedResults.ValidationProblem(
        errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray()),
        detail: string.Join(' ', errors.Select(e => e.Message)),
        title: "请求参数有误",
        extensions: new Dictionary<string, object?> { ["code"] = "bad-input" });

    /// <summary>422: well formed, and still nothing that can be computed.</summary>
    public static IResult Unprocessable(RuleViolation refused) => Results.Problem(
        refused.Message,
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "无法按此计算",
        extensions: new Dictionary<string, object?> { ["code"] = refused.Code });
}
