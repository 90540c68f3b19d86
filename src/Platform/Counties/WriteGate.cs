using Yimen.Kernel;

namespace Yimen.Platform.Counties;

/// <summary>An in-process queue before SQLite's single writer: without it hot writers starve one another for seconds, whatever busy_timeout says.</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim door = new(1, 1);

    public async ValueTask<Pass> Enter(CancellationToken ct)
    {
        if (!await door.WaitAsync(TimeSpan.FromSeconds(30), ct))
        {
            throw new RuleViolation("busy", "系统繁忙，您的操作没有保存。请稍后再试。");
        }

        return new Pass(door);
    }

    public void Dispose() => door.Dispose();

    public readonly struct Pass(SemaphoreSlim door) : IDisposable
    {
        public void Dispose() => door.Release();
    }
}
