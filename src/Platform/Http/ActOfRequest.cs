using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Identity;

namespace Yimen.Platform.Http;

public static class ActOfRequest
{
    extension(HttpContext http)
    {
        /// <summary>The act of this request: the signed-in person, now, with the reason given.</summary>
        public Act Act(string? reason = null) =>
            new(http.Visitor.Actor, http.RequestServices.GetRequiredService<TimeProvider>().Now(), string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());

        /// <summary>The idempotency key: the form's hidden field, or the header <c>Idempotency-Key</c> in the API. Longer than 80 characters is refused.</summary>
        public string? IdempotencyKey
        {
            get
            {
                var key = http.Request.Headers["Idempotency-Key"].FirstOrDefault()
                    ?? (http.Request.HasFormContentType ? http.Request.Form["idempotencyKey"].FirstOrDefault() : null);
                return string.IsNullOrWhiteSpace(key) ? null
                    : key.Length <= 80 ? key
                    : throw new RuleViolation("idempotency-key", "Idempotency-Key 不能超过 80 个字符。");
            }
        }
    }
}
