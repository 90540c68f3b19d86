using System.Globalization;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Identity.Mandates;

/// <summary>What every form that names an agent asks for.</summary>
public interface IAgentInput
{
    string? Agent { get; }
    string? AgentName { get; }
    string? Scope { get; }
    string? From { get; }
    string? Until { get; }
}

/// <summary>Reads the agent and the terms of a mandate as they were typed.</summary>
internal static class MandateForm
{
    internal static readonly IReadOnlyList<Choice> Scopes = [.. Enum.GetValues<MandateScope>().Select(s => new Choice(s.ToString(), Label.Of(s)))];

    /// <summary>The terms, or null with what is wrong added to <paramref name="errors"/>. The agent is found only when name and number agree.</summary>
    internal static async Task<MandateTerms?> Read(IAgentInput input, string principal, Accounts accounts, FormErrors errors, CancellationToken ct)
    {
        var agent = string.IsNullOrWhiteSpace(input.Agent) ? null : await accounts.ForSignIn(input.Agent.Trim(), ct);
        if (agent is not { Kind: AccountKind.Citizen, State: AccountState.Active } || agent.DisplayName != input.AgentName?.Trim())
        {
            errors.Add("agent", "没有找到姓名和号码一致的账号。请核对，或请对方先注册。");
        }

        if (!Enum.TryParse<MandateScope>(input.Scope, out var scope) || !Enum.IsDefined(scope))
        {
            errors.Add("scope", "请选择授权范围。");
        }

        var from = Day(input.From, "from", "起始日期", errors);
        var until = Day(input.Until, "until", "截止日期", errors);
        return errors.Count > 0 ? null : new(principal, agent!, scope, from, until);
    }

    private static DateOnly Day(string? typed, string field, string label, FormErrors errors)
    {
        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            errors.Add(field, $"请填写{label}，例如 2020-05-09。");
        }

        return day;
    }
}
