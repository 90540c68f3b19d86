using Microsoft.AspNetCore.Http;
using Yimen.Kernel;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Acting;

/// <summary>On what an agent at the window relies, as typed.</summary>
public sealed record ActingInput
{
    /// <summary>经办人身份证号码: finds the mandate on record.</summary>
    public string AgentNumber { get; init; } = "";

    /// <summary>授权委托书 seen at the window: its number or name.</summary>
    public string Authority { get; init; } = "";

    public static ActingInput From(IFormCollection form) => new()
    {
        AgentNumber = form["agentNumber"].FirstOrDefault()?.Trim() ?? "", Authority = form["authority"].FirstOrDefault()?.Trim() ?? "",
    };
}

/// <summary>An agent whose standing was looked up and found good.</summary>
internal sealed record StandingAgent(string AgentName, string AgentNumber, Guid? MandateId, string Basis)
{
    public ActingFact For(string what, Act act) => new() { For = what, AgentName = AgentName, AgentNumber = AgentNumber, MandateId = MandateId, Basis = Basis, At = act.Now };
}

/// <summary>Reads who acts for the applicant at the window: a mandate on record that serves today, or a letter that the clerk has seen. Anything else is said and refused.</summary>
internal sealed class ActingReader(Agencies agencies)
{
    /// <param name="agent">经办人 by name; empty where the applicant came in person.</param>
    /// <param name="principal">The applicant's number as typed and found right.</param>
    public async Task<StandingAgent?> Read(string agent, string principal, ActingInput input, MandateScope wanted, DateOnly day, FormErrors errors, CancellationToken ct)
    {
        if (agent.Length == 0)
        {
            if (input.AgentNumber.Length > 0 || input.Authority.Length > 0)
            {
                errors.Add("agent", "填写了代办依据，请一并填写经办人姓名。");
            }

            return null;
        }

        if (input.Authority.Length > 100)
        {
            errors.Add("authority", "不能超过 100 个字。");
        }

        var number = "";
        if (input.AgentNumber.Length > 0)
        {
            if (!ResidentId.TryParse(input.AgentNumber, out var id, out string fault))
            {
                errors.Add("agentNumber", fault);
                return null;
            }

            number = id.Value;
        }

        return Seen(agent, number, input) ?? await Recorded(agent, number, principal, (wanted, day), errors, ct);
    }

    // a letter that lies on the counter settles it, whatever is on record
    private static StandingAgent? Seen(string agent, string number, ActingInput input) =>
        input.Authority.Length is >= 2 and <= 100 ? new(agent, Masking.Id(number), null, $"窗口查验：{input.Authority}") : null;

    private async Task<StandingAgent?> Recorded(string agent, string number, string principal, (MandateScope Wanted, DateOnly Day) what, FormErrors errors, CancellationToken ct)
    {
        if (number.Length == 0)
        {
            errors.Add("agentNumber", "由他人经办的，请填写经办人身份证号码查登记的授权，或在下一项写明当场查验的授权委托书。");
            return null;
        }

        var found = await agencies.Between(principal, number, what.Wanted, what.Day, ct);
        if (found is { Serves: true } && found.Agent == agent)
        {
            return new(agent, Masking.Id(number), found.MandateId, found.Words);
        }

        errors.Add("agentNumber", found is null ? "没有登记申请人对经办人的授权。请先在“委托登记”登记，或在下一项写明当场查验的授权委托书。"
            : !found.Serves ? found.Why + "，不能以此代办。"
            : "登记的经办人姓名与填写的不一致，请核对身份证。");
        return null;
    }
}
