namespace Yimen.Platform.Identity.SignIn;

/// <summary>The sign-in form: what was typed (never the password) and why it was refused.</summary>
public sealed record LoginView(LoginInput Input, string? Refusal);
