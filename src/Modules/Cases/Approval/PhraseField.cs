using Microsoft.AspNetCore.Http;
using Yimen.Platform.Http;

namespace Yimen.Cases.Approval;

/// <summary>Reads a text beside which a phrase may be chosen: what was typed, or the phrase where nothing was typed.</summary>
internal static class PhraseField
{
    public static string Read(HttpRequest request, string name) => request.Text(name) is { Length: > 0 } typed ? typed : request.Text($"{name}-phrase");
}
