using System.Text.RegularExpressions;
using System.Xml.Linq;
using Yimen.Platform.Ui;

namespace Yimen.Tests.Ui;

public sealed partial class AssetTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Assets = Path.Combine(Root, "src", "Web", "wwwroot");

    [Fact]
    public async Task Every_asset_that_a_page_names_is_there()
    {
        var page = await Rendered.Of<PlainShell>(Rendered.Frame with { Base = "" }, ("Title", "登录"));
        var named = page.QuerySelectorAll("link, script").Select(e => (e.GetAttribute("href") ?? e.GetAttribute("src"))!.Split('?')[0]).ToList();
        Assert.All(named, path => Assert.True(File.Exists(Assets + path), path));
        var sheets = Directory.GetFiles(Path.Combine(Assets, "css")).Select(f => "/css/" + Path.GetFileName(f));
        Assert.Empty(sheets.Except(named));
    }

    [Fact]
    public void Every_picture_that_a_component_names_is_in_the_set()
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        var drawn = XDocument.Load(Path.Combine(Assets, "svg", "icons.svg")).Descendants(svg + "symbol").Select(s => s.Attribute("id")!.Value).ToHashSet();
        var used = Sources("*.razor").SelectMany(f => IconName().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(used);
        Assert.Empty(used.Except(drawn));
    }

    [Fact]
    public void Style_sheets_keep_to_what_Chromium_86_knows()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Assets, "css")))
        {
            Assert.DoesNotMatch(TooNew(), CommentOf().Replace(File.ReadAllText(file), ""));
        }
    }

    [Fact]
    public void The_rule_against_new_css_sees_a_violation() => Assert.Matches(TooNew(), "@layer parts { .a:has(b) { inset: 0; } }");

    [Fact]
    public void Every_token_that_is_used_is_defined()
    {
        var all = string.Concat(Directory.GetFiles(Path.Combine(Assets, "css")).Select(File.ReadAllText));
        var defined = Definition().Matches(all).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Empty(Use().Matches(all).Select(m => m.Groups[1].Value).Distinct().Except(defined));
    }

    [Fact]
    public void Modules_write_no_markup_and_stay_short()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Assets, "js")))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|eval\(|document\.write", text);
            Assert.True(text.Split('\n').Length <= 150, file);
        }
    }

    [Fact]
    public void No_component_carries_a_style_or_a_script_of_its_own()
    {
        foreach (var file in Sources("*.razor"))
        {
            Assert.DoesNotMatch(@"\sstyle=|\son(click|change|submit)=|<script(?! type=""module"" src)", File.ReadAllText(file));
        }
    }

    private static IEnumerable<string> Sources(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories).Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"));

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Yimen.slnx")))
        {
            at = at.Parent ?? throw new InvalidOperationException("Yimen.slnx not found above the tests.");
        }

        return at.FullName;
    }

    [GeneratedRegex("""(?:<Icon Name|Icon)="([a-z][a-z-]*)"(?!\s*:)""")]
    private static partial Regex IconName();

    [GeneratedRegex(@"@layer|:has\(|:is\(|:where\(|\binset:|color-mix|(margin|padding|inset)-(inline|block):|aspect-ratio|\d[sdl]vh|@container")]
    private static partial Regex TooNew();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex CommentOf();

    [GeneratedRegex(@"(--[a-z0-9-]+):")]
    private static partial Regex Definition();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)\)")]
    private static partial Regex Use();
}
