namespace Yimen.DeviceBridge;

/// <summary>What the command line says: which port of this machine, which pages may speak to us, whether the devices are simulated.</summary>
/// <param name="Port">On 127.0.0.1 only.</param>
/// <param name="Origins">The centre's addresses as browsers send them, e.g. <c>https://yimen.example.cn</c>.</param>
/// <param name="Simulate">Simulated devices, and the door by which a test lays a card on the reader.</param>
internal sealed record Settings(int Port, IReadOnlyList<string> Origins, bool Simulate)
{
    public const int UsualPort = 24680;

    public const string Usage = "yimen-bridge --origin https://YOUR.COUNTY [--origin …] [--port 24680] [--simulate]";

    /// <summary>Null when the line cannot be read or names no page that may speak to us.</summary>
    public static Settings? Read(IReadOnlyList<string> args)
    {
        var (port, origins, simulate) = (UsualPort, new List<string>(), false);
        for (var i = 0; i < args.Count; i++)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            switch (args[i])
            {
                case "--port" when int.TryParse(value, out port) && port is > 0 and < 65536:
                case "--origin" when Uri.TryCreate(value, UriKind.Absolute, out _):
                    if (args[i] == "--origin")
                    {
                        origins.Add(value.TrimEnd('/'));
                    }

                    i++;
                    break;
                case "--simulate":
                    simulate = true;
                    break;
                default:
                    return null;
            }
        }

        return origins.Count == 0 ? null : new(port, origins, simulate);
    }
}
