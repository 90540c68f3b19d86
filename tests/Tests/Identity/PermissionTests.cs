using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Tests.Architecture;
using Yimen.Tests.World;
using static Yimen.Tests.Identity.Pages;

namespace Yimen.Tests.Identity;

/// <summary>What a role may do, over the whole table: role × verb × area. The table itself is read in docs/permissions.md, which this holds equal.</summary>
public sealed class PermissionTests(Town town) : IClassFixture<Town>
{
    private static readonly AreaCode Town1 = new("440281102000");
    private static readonly AreaCode VillageOfTown1 = new("440281102201");
    private static readonly AreaCode Town2 = new("440281103000");

    private PermissionTable Table => town.Host.Services.GetRequiredService<PermissionTable>();

    public static TheoryData<string> EveryRole => [.. Roles.Names.Keys];

    [Fact]
    public void The_table_in_the_documents_is_the_table_in_the_program()
    {
        var file = Path.Combine(Rooms.Root, "docs", "permissions.md");
        var text = Table.AsMarkdown();
        if (Environment.GetEnvironmentVariable("YIMEN_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(text, File.ReadAllText(file));
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public void A_role_may_do_its_verbs_in_its_unit_and_area_and_nothing_elsewhere(string role)
    {
        foreach (var row in Table.Rows)
        {
            var may = row.Roles.Contains(role);
            var everywhere = Holding(new RoleScope(role, null, null));
            var ofUnit = Holding(new RoleScope(role, TownPeople.Market, null));
            var ofTown = Holding(new RoleScope(role, null, Town1));

            Assert.Equal(may, everywhere.May(Table, row.Verb, TownPeople.Civil, Town2));
            Assert.Equal(may, ofUnit.May(Table, row.Verb, TownPeople.Market, Town1));
            Assert.False(ofUnit.May(Table, row.Verb, TownPeople.Civil, Town1));
            Assert.Equal(may, ofTown.May(Table, row.Verb, TownPeople.Market, VillageOfTown1));
            Assert.False(ofTown.May(Table, row.Verb, TownPeople.Market, Town2));
            Assert.Equal(may, ofTown.ScopesFor(Table, row.Verb).Count == 1);
        }
    }

    [Fact]
    public void A_person_with_two_roles_may_not_mix_their_scopes()
    {
        var verb = Table.Rows.First(r => r.Roles.Contains(Roles.Approver) && !r.Roles.Contains(Roles.Clerk)).Verb;
        var visitor = Holding(new RoleScope(Roles.Approver, TownPeople.Market, null), new RoleScope(Roles.Clerk, null, null));

        Assert.True(visitor.May(Table, verb, TownPeople.Market));
        Assert.False(visitor.May(Table, verb, TownPeople.Civil));
    }

    [Fact]
    public void Every_row_names_roles_that_exist_and_no_row_is_for_nobody() =>
        Assert.All(Table.Rows, row => Assert.True(row.Roles.Length > 0 && row.Roles.All(Roles.Names.ContainsKey), row.Verb));

    [Theory]
    [InlineData(Roles.Auditor, "/export", "/contact")] // reads, takes lists away and asks to see, each time with a reason; changes nothing
    [InlineData(Roles.Security, "/grants", "/second-factor-removal", "/link", "/lock", "/unlock", "/closure", "/export")] // for those who watch the system administrator
    public void Of_the_three_administrators_each_posts_only_what_is_their_own(string role, params string[] allowed)
    {
        var posts = (from door in town.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                     where door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(m => m is "POST" or "PUT" or "PATCH" or "DELETE") == true
                     let verbs = door.Metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(p => p.Requirements).OfType<PermissionRequirement>().ToList()
                     where verbs.Count > 0 && verbs.TrueForAll(v => Table.RolesFor(v.Verb).Contains(role))
                     select "/" + door.RoutePattern.RawText!.Trim('/')).ToList();

        Assert.NotEmpty(posts);
        // the steps of an item ask each for a right of its own behind the door: the next test tries them
        Assert.All(posts.Where(p => !p.Contains("/items/{id:guid}/", StringComparison.Ordinal)), p => Assert.True(allowed.Any(a => p.EndsWith(a, StringComparison.Ordinal)), p));
    }

    [Theory]
    [InlineData("submission")]
    [InlineData("approval")]
    [InlineData("return")]
    [InlineData("withdrawal")]
    public async Task The_audit_administrator_moves_no_item(string step)
    {
        var auditor = await town.SignedIn("auditor");
        var hidden = await town.HiddenFields(auditor, "/desk/accounts", "/desk/accounts/export");

        foreach (var path in new[] { $"/desk/items/{TownCatalogue.Workshop}/{step}", $"/api/v1/items/{TownCatalogue.Workshop}/{step}" })
        {
            using var answer = await TownDoor.Post(auditor, path, hidden, ("reason", "试一试"));
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.UnsupportedMediaType, $"{path} answers {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_page_opens_for_the_roles_of_its_verb_and_is_not_there_for_the_others()
    {
        await town.AllOn();
        var faults = new List<string>();
        foreach (var (path, verb) in Pages())
        {
            foreach (var person in TownPeople.Staff.DistinctBy(s => s.Grants[0].Role))
            {
                var status = await (await town.SignedIn(person.User)).Status(path);
                var may = Table.RolesFor(verb).Contains(person.Grants[0].Role);
                if (may == (status == HttpStatusCode.NotFound) || status == HttpStatusCode.InternalServerError)
                {
                    faults.Add($"{path} ({verb}) answers {(int)status} to {person.User}, who may{(may ? "" : " not")}");
                }
            }
        }

        Assert.Empty(faults);
    }

    /// <summary>Pages without a parameter in their path, and the verb that each demands.</summary>
    private IEnumerable<(string Path, string Verb)> Pages() =>
        from door in town.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where door.RoutePattern.Parameters.Count == 0 && door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true
        let verbs = door.Metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(p => p.Requirements).OfType<PermissionRequirement>().ToList()
        where verbs.Count == 1
        select ("/" + door.RoutePattern.RawText!.Trim('/'), verbs[0].Verb);

    private static Visitor Holding(params RoleScope[] scopes) => Visitor.From(new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, "00000000-0000-0000-0000-0000000000a1"), new(Visitor.KindClaim, nameof(AccountKind.Staff)),
            .. scopes.Select(s => new Claim(Visitor.GrantClaim, s.ToString())),
        ],
        "test")));
}
