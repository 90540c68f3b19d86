using Microsoft.AspNetCore.Http;

namespace Yimen.Platform.Documents;

/// <summary>Who may read the documents of one kind of matter: the module knows whose matter it is. Without a door nobody may.</summary>
/// <param name="MatterKind">As in the matter's reference.</param>
/// <param name="Opens">Whether this request's visitor may read the documents of that matter.</param>
public sealed record DocumentDoor(string MatterKind, Func<HttpContext, Guid, Task<bool>> Opens);
