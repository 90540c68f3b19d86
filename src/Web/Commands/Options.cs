namespace Yimen.Web.Commands;

/// <summary>The short options of the command line, and the environment's names for the same settings. The command line wins.</summary>
internal static class Options
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    // settings are read at the start: a watch would lie over the whole working directory, the database in it, and wake at every write
    private const string NoWatch = "--hostBuilder:reloadConfigOnChange=false";

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["--data"] = "YIMEN_DATA",
        ["--world"] = "YIMEN_WORLD",
        ["--urls"] = "urls",
    };

    /// <summary>Rewrites <c>--data DIR</c> and <c>--data=DIR</c> to the setting that the program reads.</summary>
    public static string[] Normal(string[] args) => [$"--urls={Environment.GetEnvironmentVariable("YIMEN_URLS") ?? DefaultUrl}", NoWatch, .. args.Select(Normal)];

    private static string Normal(string argument)
    {
        var parts = argument.Split('=', 2);
        return Settings.TryGetValue(parts[0], out var setting) ? string.Join('=', ["--" + setting, .. parts[1..]]) : argument;
    }
}
