using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Yimen.Cases.Devices;

/// <summary>设备桥 — on which port of the window's own computer it listens: setting <c>Devices:Port</c>, 0 switches it off.</summary>
internal sealed class BridgePort(IConfiguration settings)
{
    private const int Usual = 24680;

    public int Number { get; } = int.TryParse(settings["Devices:Port"], NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port < 65536 ? port : Usual;

    /// <summary>For a page that only shows it.</summary>
    public static int Of(HttpContext http) => http.RequestServices.GetRequiredService<BridgePort>().Number;
}
