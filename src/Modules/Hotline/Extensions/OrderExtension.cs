using Yimen.Kernel;

namespace Yimen.Hotline.Extensions;

/// <summary>延期 — asked once, before the day has passed, and granted by the hotline office.</summary>
internal sealed class OrderExtension
{
    public Guid OrderId { get; private init; }

    public required int Days { get; init; }

    public required string Why { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool? Granted { get; private set; }

    public string Remark { get; private set; } = "";

    public string AnsweredByName { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    public bool IsOpen => Granted is null;

    internal void Answer(bool granted, string remark, Act act) => (Granted, Remark, AnsweredByName, AnsweredAt) = (granted, remark, act.By.Name, act.Now);
}
