using Yimen.Platform.Ui;

namespace Yimen.Tests.Ui;

public sealed class MatterTests
{
    private static readonly DateTimeOffset At = new(2020, 5, 7, 1, 40, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(DeadlineState.Running, 3, "剩 3 个工作日 · 5月9日", "tone-active")]
    [InlineData(DeadlineState.Soon, 1, "剩 1 个工作日 · 5月9日", "tone-warn")]
    [InlineData(DeadlineState.Today, 0, "今天到期", "tone-warn")]
    [InlineData(DeadlineState.Overdue, -2, "已逾期 2 个工作日 · 5月9日", "tone-bad")]
    [InlineData(DeadlineState.Overdue, 2, "已逾期 2 个工作日 · 5月9日", "tone-bad")]
    [InlineData(DeadlineState.Paused, null, "已暂停 · 现场勘验", "tone-paused")]
    [InlineData(DeadlineState.Met, null, "按时办结", "tone-good")]
    [InlineData(DeadlineState.MetLate, null, "逾期办结", "tone-bad")]
    [InlineData(DeadlineState.External, null, "外部系统 · 5月9日", "tone-neutral")]
    [InlineData(DeadlineState.None, null, "未开始计时", "tone-neutral")]
    public async Task A_deadline_speaks_in_words_shape_and_colour(DeadlineState state, int? remaining, string words, string tone)
    {
        var page = await Rendered.Of<DeadlineChip>(("View", new DeadlineView(new(2020, 5, 9), remaining, state, "/why", "现场勘验")));
        var chip = page.QuerySelector("a.deadline")!;
        Assert.Equal(words, chip.TextContent);
        Assert.Contains(tone, chip.ClassName);
        Assert.NotNull(chip.QuerySelector("svg use"));
        Assert.Equal("/440281/why", chip.GetAttribute("href"));
    }

    [Fact]
    public async Task Every_tone_has_a_shape_of_its_own()
    {
        HashSet<string> shapes = [];
        foreach (var tone in Enum.GetValues<Tone>())
        {
            var tag = await Rendered.Of<StatusTag>(("Text", "受理"), ("Tone", tone));
            shapes.Add(tag.QuerySelector("use")!.GetAttribute("href")!);
        }

        Assert.Equal(Enum.GetValues<Tone>().Length, shapes.Count);
    }

    [Fact]
    public async Task The_timeline_says_who_did_what_when_and_why_with_its_papers()
    {
        var entry = new TimelineEntry(At, "陈晓岚", "受理") { Why = "材料齐全。", Documents = [new("受理通知书", "/d/1")] };
        var line = (await Rendered.Of<Timeline>(("Entries", new[] { entry }))).QuerySelector(".timeline > li")!;
        Assert.Equal(["受理", "陈晓岚", "5月7日 09:40"], line.QuerySelector(".timeline-what")!.Children.Select(c => c.TextContent));
        Assert.Equal("2020-05-07T09:40:00+08:00", line.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("材料齐全。", line.QuerySelector("p")!.TextContent);
        Assert.Equal("/440281/d/1", line.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_current_step_is_told_to_readers_too()
    {
        StepView[] steps = [new("收件", "5月6日", StepState.Done), new("受理", null, StepState.Current), new("送达", null, StepState.Ahead)];
        var page = await Rendered.Of<Steps>(("Items", steps));
        Assert.Contains("受理", page.QuerySelector("li[aria-current=step]")!.TextContent);
        Assert.Contains("，已完成", page.QuerySelector("li")!.TextContent);
    }

    [Fact]
    public async Task A_declared_figure_stands_beside_the_computed_one_with_its_difference()
    {
        var view = new FigureView("一窗受理率", "90.34", "%", "/f/A06") { Declared = new("81.4", "自评报告", "比计算值低 8.94 个百分点", false) };
        var card = (await Rendered.Of<FigureCard>(("View", view))).QuerySelector(".figure")!;
        Assert.Equal("/440281/f/A06", card.QuerySelector("a")!.GetAttribute("href"));
        Assert.Contains("申报 81.4 %，比计算值低 8.94 个百分点", card.QuerySelector(".figure-declared.tone-warn")!.TextContent);
    }

    [Fact]
    public async Task A_chart_tells_its_numbers_in_words_and_in_a_table_and_trusts_no_label()
    {
        var view = new ChartView("受理量", "件", [new("<script>", 4210), new("公安局", 866)]);
        var page = await Rendered.Of<Chart>(("View", view));
        Assert.Equal("受理量：<script> 4,210，公安局 866", page.QuerySelector("[role=img]")!.GetAttribute("aria-label"));
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(2, page.QuerySelectorAll("details tbody tr").Length);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_error_page_says_what_happened_the_way_out_and_a_number_to_quote(int status)
    {
        var page = await Rendered.Of<ErrorPage>(("View", new ErrorView(status, "现在不能这样办理", "状态已经改变。", null, "7F2C")));
        Assert.Equal("7F2C", page.QuerySelector("code")!.TextContent);
        Assert.Contains(page.QuerySelectorAll("p"), p => p.TextContent == "状态已经改变。");
        Assert.NotNull(page.QuerySelector("a.button-primary[href='/440281/']"));
    }

    [Fact]
    public async Task A_conflict_shows_both_versions_and_marks_what_differs()
    {
        var view = new ConflictView("办件 0012", "何一禾", At, [new("意见", "同意", "不同意"), new("承办人", "陈晓岚", "陈晓岚")], "/desk/cases/1");
        var rows = (await Rendered.Of<ConflictPage>(("View", view))).QuerySelectorAll("tbody tr");
        Assert.Equal(["同意", "不同意"], rows[0].QuerySelectorAll("td").Select(td => td.TextContent));
        Assert.Equal("differs", rows[0].ClassName);
        Assert.DoesNotContain("不同", rows[1].TextContent);
    }

    [Fact]
    public async Task A_running_work_is_looked_at_again_and_a_finished_one_is_not()
    {
        var running = await Rendered.Of<Progress>(("View", new ProgressView("导入", 620, 1000, true)));
        Assert.Equal("2", running.QuerySelector("#progress")!.GetAttribute("data-poll"));
        Assert.Equal("620", running.QuerySelector("progress")!.GetAttribute("value"));
        var finished = await Rendered.Of<Progress>(("View", new ProgressView("导入", 1000, 1000, false) { Outcome = "已完成" }));
        Assert.False(finished.QuerySelector("#progress")!.HasAttribute("data-poll"));
    }
}
