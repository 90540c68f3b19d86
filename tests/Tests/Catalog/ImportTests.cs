using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog;
using Yimen.Catalog.Contracts;
using Yimen.Catalog.Fields;
using Yimen.Catalog.Import;
using Yimen.Catalog.Sheets;
using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Sheets;
using Yimen.Tests.World;
using Template = Yimen.Catalog.Import.Template;

namespace Yimen.Tests.Catalog;

public sealed class ImportTests(Town town) : IClassFixture<Town>
{
    private const string Import = "/desk/items/import";

    private static readonly string Market = TownPlaces.CreditCodes[TownPeople.Market];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_centre_imports() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-editor")).GetAsync(Import, Ct)).StatusCode);

    [Fact]
    public async Task An_accepted_workbook_makes_items_and_changes_only_when_it_is_taken_in()
    {
        var renewal = await Code(TownCatalogue.FoodRenewal);
        var draft = TownDrafts.FoodRenewal with { Content = TownDrafts.FoodRenewal.Content with { Promised = new(2, DayKind.Working), ConsultPhone = "0751-0000019", SupervisePhone = "12345" } };
        var page = await Checked(Template.Filled(g => Side(g, (Market + "400013102000107", draft), (renewal, draft)), [Row(Market + "400013102000107", draft with { Name = "食品经营许可（补办）" }), Row(renewal, draft)]));
        Assert.Equal(ImportState.Ready, await State(page));
        Assert.False(await town.Rows(db => db.Items.AnyAsync(i => i.Name == "食品经营许可（补办）", Ct)));

        await town.PostForm(await town.SignedIn("catalogue1"), page, page + "/publication");
        Assert.Equal(ImportState.Published, await Until(page, s => s == ImportState.Published));

        var made = await town.Rows(db => db.ItemsWhole.AsNoTracking().FirstAsync(i => i.HandlingCode == Market + "400013102000107", Ct));
        Assert.Equal((VersionState.Editing, 5), (made.Working!.State, made.Working.Content.Materials.Count));
        var changed = await town.Rows(db => db.ItemsWhole.AsNoTracking().FirstAsync(i => i.Id == TownCatalogue.FoodRenewal, Ct));
        Assert.Equal((2, 2), (changed.Working!.Number, changed.Working.Content.Promised!.Days));
        Assert.Equal("批量导入：清单.xlsx", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == made.Id).Select(j => j.Reason).FirstAsync(Ct)));
    }

    [Fact]
    public async Task Faulty_rows_go_to_the_reject_file_with_row_field_reason_and_words()
    {
        var good = TownDrafts.Food with { Content = TownDrafts.Food.Content with { ConsultPhone = "1", SupervisePhone = "2" } };
        var polluted = good with { Content = good.Content with { Conditions = "<p>条件</p>" } };
        var page = await Checked(Template.Filled(
            g => g.Slug == "materials" ? [[Market + "400013102000109", .. ItemRows.Materials.Blank], ["孤行", "材料", .. ItemRows.Materials.Blank.Skip(1)]] : [],
            [
                Row(Market[..17] + "0400013102000108", good), Row(Market + "500013102000108", good), Row(Market + "400013999900108", good), Row(Market + "400013102000108", polluted),
                Row(Market + "400013102000109", good), Row(Market + "400013102000110", good), Row(Market + "400013102000110", good), Row(await Code(TownCatalogue.Circulation), good),
            ]));

        var answer = await (await town.SignedIn("catalogue1")).GetAsync(page + "/rejects.xlsx", Ct);
        var rejects = await Books.Read(answer, "退回");

        string[] expected =
        [
            "事项 2 code", "事项 3 level", "事项 4 basic-code", "事项 5 html", "申请材料 2 required", "事项 8 twice", "事项 9 cancelled", "申请材料 3 orphan",
        ];
        Assert.Equal(expected.Order(), rejects.Select(r => $"{r["工作表"]} {r["行"]} {r["原因代码"]}").Order());
        Assert.All(rejects, r => Assert.NotEmpty((string)r["说明"]));
    }

    [Fact]
    public async Task A_workbook_without_the_sheet_of_items_is_refused_as_a_whole()
    {
        var page = await Checked([new Sheet("别的", ["甲"], [["乙"]])]);

        Assert.Equal(ImportState.Failed, await State(page));
        Assert.Contains("没有名为“事项”的工作表", (await Town.PageOf(await (await town.SignedIn("catalogue1")).GetAsync(page, Ct))).Body!.TextContent);
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_and_says_the_same()
    {
        var centre = await town.SignedIn("catalogue1");
        var export = await centre.GetAsync("/desk/items/export.xlsx?unit=MZJ", Ct);
        var exported = await export.Content.ReadAsByteArrayAsync(Ct);
        var before = await Drafts("MZJ");

        var page = await CheckedFile(exported);
        // the small town's drafts have no consulting phones, so the check refuses what the form would refuse too
        Assert.Equal(ImportState.Ready, await State(page));
        using var file = new MemoryStream(exported);
        var texts = Workbook.Rows(file, Template.Main).ToDictionary(r => r.Cells[Template.CodeHead], r => r.Cells);
        foreach (var (code, draft) in before)
        {
            var read = new ItemTexts(ItemFields.All.ToDictionary(f => f.Name, f => texts[code][f.Label]),
                ItemRows.Groups.ToDictionary(g => g.Slug, g => Workbook.Rows(file, g.Title).Where(r => r.Cells[Template.CodeHead] == code).Select(r => g.Labels.Select(l => r.Cells[l]).ToArray()).ToList()));
            Assert.Empty(ItemDifference.Between(draft, read.Over(new ItemDraft { Name = "" })));
        }
    }

    [Fact]
    public async Task A_stopped_import_takes_nothing_in()
    {
        var good = TownDrafts.Food with { Name = "不会出现", Content = TownDrafts.Food.Content with { ConsultPhone = "1", SupervisePhone = "2" } };
        var page = await Checked(Template.Filled(_ => [], [Row(Market + "400013102000120", good)]));

        var centre = await town.SignedIn("catalogue1");
        var form = await town.HiddenFields(centre, page, page + "/publication");
        await TownDoor.Post(centre, page + "/stop", form);
        var late = await TownDoor.Post(centre, page + "/publication", form);

        Assert.Equal((ImportState.Stopped, HttpStatusCode.Conflict), (await State(page), late.StatusCode));
    }

    private static IReadOnlyList<string> Row(string code, ItemDraft draft) => [code, .. ItemFields.All.Select(f => f.Read(draft))];

    private static IEnumerable<IReadOnlyList<string>> Side(RowSet group, params (string Code, ItemDraft Draft)[] items) =>
        items.SelectMany(i => group.Read(i.Draft).Select(r => (IReadOnlyList<string>)[i.Code, .. r]));

    private async Task<string> Checked(IReadOnlyList<Sheet> sheets) => await CheckedFile(await Books.Write([.. sheets]));

    private async Task<string> CheckedFile(byte[] file)
    {
        var answer = await town.Upload(await town.SignedIn("catalogue1"), Import, file);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, (await Town.PageOf(answer)).Body!.TextContent);
        var page = answer.Headers.Location!.ToString();
        await Until(page, s => s != ImportState.Checking);
        return page;
    }

    private async Task<ImportState> Until(string page, Func<ImportState, bool> there)
    {
        for (var i = 0; i < 300; i++)
        {
            var state = await State(page);
            if (there(state))
            {
                return state;
            }

            await Task.Delay(100, Ct);
        }

        return await State(page);
    }

    private Task<ImportState> State(string page)
    {
        var id = Guid.Parse(page.Split('/')[^1]);
        return town.Rows(db => db.ImportRuns.AsNoTracking().Where(r => r.Id == id).Select(r => r.State).FirstAsync(Ct));
    }

    private Task<string> Code(Guid id) => town.Rows(db => db.Items.Where(i => i.Id == id).Select(i => i.HandlingCode).FirstAsync(Ct));

    private async Task<Dictionary<string, ItemDraft>> Drafts(string unit)
    {
        var id = new UnitId(unit);
        var items = await town.Rows(db => db.ItemsWhole.AsNoTracking().Where(i => i.Unit == id).ToListAsync(Ct));
        return items.ToDictionary(i => i.HandlingCode, i => (i.Working ?? i.Published!).Draft);
    }
}
