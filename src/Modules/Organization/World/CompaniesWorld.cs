using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Worlds;

namespace Yimen.Organization.World;

/// <summary>法人 of a world: claimed by their representative, verified at a window, with the agents that the representative appointed.</summary>
internal static class CompaniesWorld
{
    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var companies = world.Has("citizens.json") ? world.Read<CompanyFile>("citizens.json").Companies ?? [] : [];
        var db = services.GetRequiredService<AppDb>();
        var now = services.GetRequiredService<TimeProvider>().Now();
        var people = await db.Users.Where(a => a.Kind == AccountKind.Citizen).ToListAsync(ct);
        var clerk = await db.Users.Where(a => a.Grants.Any(g => g.Role == Roles.Clerk)).OrderBy(a => a.UserName!.Length).ThenBy(a => a.UserName).FirstOrDefaultAsync(ct);
        var ids = services.GetRequiredService<IdSource>();
        await services.GetRequiredService<Writer>().Write(new Act(Actor.System, now), () =>
        {
            db.AddRange(companies.SelectMany(c => Made(c, people, clerk?.AsActor ?? Actor.System, now, ids)));
            return Task.CompletedTask;
        }, ct);
    }

    private static IEnumerable<object> Made(CompanyLine line, List<Account> people, Actor clerk, DateTimeOffset now, IdSource ids)
    {
        var head = people.Single(p => p.DisplayName == line.LegalRepresentative);
        var company = Organisation.Claim(ids.NewId(now), CreditCode.Parse(line.CreditCode), line.Name, head, new Act(head.AsActor, now));
        company.Verify(new Act(clerk, now));
        return
        [
            company,
            .. line.Mandates.Select(m => Mandate.ForOrganisation(
                ids.NewId(now), company, new(company.Name, people.Single(p => p.UserName == m.User), MandateScope.Everything, m.ValidFrom, m.ValidTo), new Act(head.AsActor, now))),
        ];
    }

    private sealed record CompanyFile(IReadOnlyList<CompanyLine>? Companies);

    private sealed record CompanyLine(string Name, string CreditCode, string LegalRepresentative, IReadOnlyList<MandateLine> Mandates);

    private sealed record MandateLine(string User, DateOnly ValidFrom, DateOnly ValidTo);
}
