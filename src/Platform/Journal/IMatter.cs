using Yimen.Kernel;
using Yimen.Platform.Tasks;

namespace Yimen.Platform.Journal;

/// <summary>One matter: an aggregate that somebody must finish in time. It has a trail of what was done and says who must act next.</summary>
public interface IMatter
{
    MatterRef Ref { get; }

    Trail Trail { get; }

    /// <summary>Who must do what now, derived from the state; the writer keeps the inbox equal to this.</summary>
    IEnumerable<TaskSpec> WaitsFor { get; }
}
