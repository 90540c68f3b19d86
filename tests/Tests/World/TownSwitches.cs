using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Switches;

namespace Yimen.Tests.World;

/// <summary>How tests turn parts of the product on and off: as the administrator does.</summary>
public static class TownSwitches
{
    /// <summary>Everything there is, so that no door stays unlooked at.</summary>
    public static async Task AllOn(this Town town)
    {
        foreach (var one in town.Host.Services.GetRequiredService<SwitchBoard>().All)
        {
            using var answer = await town.Turn(one.Code, true);
            Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Conflict, $"{(int)answer.StatusCode}"); // it may be on already
        }
    }

    public static async Task<HttpResponseMessage> Turn(this Town town, string code, bool on, string reason = "市政数局〔2020〕12 号通知", string user = "admin") =>
        await town.PostForm(await town.SignedIn(user), $"/desk/switches/{code}", $"/desk/switches/{code}", ("to", on ? "On" : "Off"), ("reason", reason));
}
