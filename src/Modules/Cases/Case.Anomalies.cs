using Yimen.Kernel;

namespace Yimen.Cases;

/// <summary>异常办件: whether the case counts.</summary>
internal sealed partial class Case
{
    /// <summary>For how many reasons it is left out of the figures; 0 counts.</summary>
    public int Exclusions { get; private set; }

    /// <summary>剔除统计 — it is left out of every figure over cases until it is taken in again.</summary>
    public void LeaveOut(Act act)
    {
        Exclusions++;
        Trail.Note(act, "剔除统计", null, null);
    }

    /// <summary>恢复统计 — one reason to leave it out has gone.</summary>
    public void TakeIn(Act act)
    {
        Exclusions--;
        Trail.Note(act, "恢复统计", null, null);
    }
}
