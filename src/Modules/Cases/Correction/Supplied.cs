using Microsoft.AspNetCore.Http;
using Yimen.Kernel;
using Yimen.Platform.Http;

namespace Yimen.Cases.Correction;

/// <summary>What answers a correction besides the files that were uploaded: paper at a window, and 申请内容 put right.</summary>
/// <param name="Papers">The orders of the materials handed in on paper.</param>
/// <param name="Request">申请内容 as typed; null where the form does not ask for it.</param>
internal sealed record Supplied(IReadOnlySet<int> Papers, string? Request)
{
    /// <summary>The code of an answer that brings nothing: a receipt must not say that something came.</summary>
    public const string Nothing = "nothing-supplied";

    public static RuleViolation NothingCame() => new(Nothing, "还没有补交任何材料，申请内容也没有改动。");

    /// <summary>The field of the two forms; null where it was not asked for.</summary>
    public static string? RequestOf(HttpRequest request) =>
        request.HasFormContentType && request.Form.ContainsKey("request") ? request.Text("request") : null;

    /// <summary>申请内容 as it should read from now on; null when the notice did not ask for it or nothing of it was changed.</summary>
    public string? Mends(CaseCorrection asked, Case c) =>
        asked.Flaws.Any(f => f.Material == 0) && !string.IsNullOrEmpty(Request) && Request != c.Request.ReplaceLineEndings("\n").Trim() ? Request : null;
}
