using Microsoft.Extensions.DependencyInjection;

namespace Yimen.Platform.Tasks;

/// <summary>环节 — what one kind of task waits for, in the office's words; told by the module whose matter it is.</summary>
/// <param name="Kind">The matter's kind, e.g. <c>order</c>.</param>
/// <param name="Code">The task's code, or what it begins with before a dash: <c>assist</c> for <c>assist-LTZ</c>.</param>
public sealed record TaskWord(string Kind, string Code, string Words);

/// <summary>Every module's words for its tasks.</summary>
public sealed class TaskWords(IEnumerable<TaskWord> told)
{
    private readonly Dictionary<(string, string), string> words = told.ToDictionary(w => (w.Kind, w.Code), w => w.Words);

    /// <summary>The words for a task; its code where no module has told any.</summary>
    public string Of(string kind, string code) => Find(kind, code) ?? code;

    public string? Find(string kind, string code) =>
        words.GetValueOrDefault((kind, code)) ?? (code.LastIndexOf('-') is > 0 and var dash ? Find(kind, code[..dash]) : null);
}

public static class TaskWordServices
{
    public static IServiceCollection AddTaskWords(this IServiceCollection services, string kind, params ReadOnlySpan<(string Code, string Words)> words)
    {
        foreach (var (code, text) in words)
        {
            services.AddSingleton(new TaskWord(kind, code, text));
        }

        return services;
    }
}
