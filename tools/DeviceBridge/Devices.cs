namespace Yimen.DeviceBridge;

/// <summary>
/// The devices of one counter. A maker's driver takes this place by doing the same five things; what ships here are simulators, so that every step
/// can be learnt, shown and tested without a device.
/// </summary>
internal sealed class Devices
{
    // one black pixel on white: a picture that every browser shows
    private const string Dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static readonly (string Kind, string Name)[] Known =
        [("card-reader", "模拟身份证阅读器"), ("camera", "模拟高拍仪"), ("scanner", "模拟扫描仪"), ("signature-pad", "模拟签名板"), ("printer", "模拟热敏打印机"), ("evaluator", "模拟评价器")];

    private readonly HashSet<string> away = [];
    private readonly List<string> printed = [];
    private readonly Lock gate = new();

    public IReadOnlyList<DeviceLine> All
    {
        get
        {
            lock (gate)
            {
                return [.. Known.Select(k => new DeviceLine(k.Kind, k.Name, !away.Contains(k.Kind)))];
            }
        }
    }

    /// <summary>What has come out of the printer, for who looks at the simulator.</summary>
    public IReadOnlyList<string> Printed
    {
        get
        {
            lock (gate)
            {
                return [.. printed];
            }
        }
    }

    /// <summary>Pulls a plug, or puts it back.</summary>
    public void Plug(string kind, bool there)
    {
        lock (gate)
        {
            if (there)
            {
                away.Remove(kind);
            }
            else
            {
                away.Add(kind);
            }
        }
    }

    public Told Answer(Ask ask) => ask.Do switch
    {
        "hello" => new() { Id = ask.Id, Devices = All },
        "capture" => With(ask, ask.Device == "scanner" ? "scanner" : "camera", () => new() { Id = ask.Id, File = new(ask.Device == "scanner" ? "扫描.png" : "拍照.png", "image/png", Dot) }),
        "sign" => With(ask, "signature-pad", () => new() { Id = ask.Id, File = new("签名.png", "image/png", Dot) }),
        "print" => With(ask, "printer", () => Print(ask)),
        "rate" => With(ask, "evaluator", () => new() { Id = ask.Id, Score = 5 }),
        _ => new() { Id = ask.Id, Ok = false, Error = "unknown", Message = "设备桥不认识这个请求。" },
    };

    private Told Print(Ask ask)
    {
        lock (gate)
        {
            printed.AddRange(ask.Lines ?? []);
        }

        return new() { Id = ask.Id };
    }

    private Told With(Ask ask, string kind, Func<Told> answer) => All.Any(d => d.Kind == kind && d.Ready)
        ? answer()
        : new() { Id = ask.Id, Ok = false, Error = "device-away", Message = $"{Known.First(k => k.Kind == kind).Name}没有连接，请改用手工办理。" };
}
