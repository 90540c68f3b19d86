using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Tests.Architecture;
using Yimen.Tests.World;

namespace Yimen.Tests.Journal;

/// <summary>导出登记: nothing with people in it leaves without a purpose, and the auditor reads who took what by which filter.</summary>
public sealed class ExportListTests(Town town) : IClassFixture<Town>
{
    // what these write holds no person: units, windows, items, a figure's rows by their numbers, one's own refused lines, a bulletin's counts and the titles that it publishes, counted or issued, the units' marks
    private static readonly string[] WithoutPeople = ["ListUnits.cs", "ListWindows.cs", "FigureExport.cs", "ImportOutside.cs", "ImportDesk.cs", "ShowBulletin.cs", "ShowIssuedBulletin.cs", "ShowAppraisal.cs", "ShowKpi.cs", "Sheet.cs"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_source_that_writes_a_workbook_with_people_notes_it()
    {
        var silent = Directory.EnumerateFiles(Path.Combine(Rooms.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Catalog/", StringComparison.Ordinal) && !WithoutPeople.Contains(Path.GetFileName(f)))
            .Where(f => File.ReadAllText(f) is var text && text.Contains("Sheet.Of(", StringComparison.Ordinal) && !Notes(text)).Select(Path.GetFileName);

        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("return Sheet.Of(name, rows);", false)]
    [InlineData("await writer.Write(act, () => log.Note(act, of, purpose), ct); return Sheet.Of(name, rows);", true)]
    public void A_source_that_notes_nothing_is_seen(string text, bool notes) => Assert.Equal(notes, Notes(text));

    [Fact]
    public async Task No_export_leaves_without_a_purpose()
    {
        await town.AllOn();
        var (table, faults) = (town.Host.Services.GetRequiredService<PermissionTable>(), new List<string>());
        foreach (var (path, verb) in Exports())
        {
            var person = TownPeople.Staff.First(s => table.RolesFor(verb).Contains(s.Grants[0].Role));
            var browser = await town.SignedIn(person.User);
            using var answer = await TownDoor.Post(browser, path, await town.HiddenFields(browser, "/my/password", "/my/password"), ("purpose", " "));
            if (answer.StatusCode is not (HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict))
            {
                faults.Add($"{path} answers {(int)answer.StatusCode} to {person.User}");
            }
        }

        Assert.Empty(faults);
        Assert.True(Exports().Count() >= 10);
        Assert.Equal(0, await town.Rows(db => db.Set<ExportRecord>().CountAsync(r => r.Purpose.Trim() == "", Ct)));
    }

    [Fact]
    public async Task The_auditor_reads_who_took_what_by_which_filter_and_narrows_the_list()
    {
        var director = await town.SignedIn("director");
        await town.PostForm(director, "/desk/cases/export?unit=SCJG&page=2", "/desk/cases/export?unit=SCJG&page=2", ("purpose", "月度分析"));
        await town.PostForm(director, "/desk/outages/export", "/desk/outages/export", ("purpose", "应急演练"));
        var auditor = await town.SignedIn("auditor");

        var list = (await Town.PageOf(await auditor.GetAsync("/desk/journal/exports?who=陈&what=月度", Ct))).QuerySelector("tbody")!;

        Assert.All(["陈甲", "办件", "unit=SCJG", "月度分析"], t => Assert.Contains(t, list.TextContent));
        Assert.DoesNotContain("应急演练", list.TextContent);
        Assert.DoesNotContain("page=", list.TextContent);
        Assert.Null((await Town.PageOf(await auditor.GetAsync("/desk/journal/exports?to=2020-11-01", Ct))).QuerySelector("tbody"));
        Assert.Equal(HttpStatusCode.NotFound, (await director.GetAsync("/desk/journal/exports", Ct)).StatusCode);
    }

    private static bool Notes(string text) => text.Contains("log.Note(", StringComparison.Ordinal) || text.Contains("ExportRecord.Of(", StringComparison.Ordinal);

    private IEnumerable<(string Path, string Verb)> Exports() =>
        from door in town.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where door.RoutePattern.Parameters.Count == 0 && door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
        let path = "/" + door.RoutePattern.RawText!.Trim('/')
        where path.EndsWith("/export", StringComparison.Ordinal)
        select (path, door.Metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(p => p.Requirements).OfType<PermissionRequirement>().First().Verb);
}
