using Microsoft.AspNetCore.Http;
using Yimen.Kernel;

namespace Yimen.Platform.Http;

/// <summary>Reads what every verb form carries.</summary>
public static class PostedForm
{
    // what cannot be a version of ours matches none
    private const int NoVersion = -1;

    extension(HttpRequest request)
    {
        /// <summary>The version the form was filled over, or the API's If-Match; null when none was given or any will do.</summary>
        public int? SeenVersion
        {
            get
            {
                var text = request.HasFormContentType ? request.Form["version"].FirstOrDefault() : request.Headers.IfMatch.FirstOrDefault()?.Trim('"');
                return string.IsNullOrEmpty(text) || text == "*" ? null : int.TryParse(text, out var version) ? version : NoVersion;
            }
        }

        /// <summary>A text field, trimmed; too long is refused rather than cut.</summary>
        public string Text(string name, int most = 2000)
        {
            var value = request.Form[name].FirstOrDefault()?.ReplaceLineEndings("\n").Trim() ?? ""; // browsers count a new line as one character, and send two
            return value.Length <= most ? value : throw new RuleViolation("too-long", $"填写内容不能超过 {most} 个字，现有 {value.Length} 个字。");
        }
    }
}
