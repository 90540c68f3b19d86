using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

public class LifecycleTests
{
    static readonly Lifecycle<Door, Push> Doors = new(
        (Door.Shut, Push.Open, Door.Ajar),
        (Door.Ajar, Push.Open, Door.Wide),
        (Door.Ajar, Push.Close, Door.Shut));

    public enum Door
    {
        [Label("关闭")] Shut,
        [Label("半开")] Ajar,
        Wide,
    }

    public enum Push
    {
        [Label("推开")] Open,
        [Label("关上")] Close,
    }

    [Fact]
    public void A_verb_leads_where_the_table_says_and_nowhere_else()
    {
        foreach (var from in Enum.GetValues<Door>())
        {
            foreach (var verb in Enum.GetValues<Push>())
            {
                if (Doors.Table.TryGetValue((from, verb), out var to))
                {
                    Assert.True(Doors.Can(from, verb));
                    Assert.Equal(to, Doors.After(from, verb));
                }
                else
                {
                    Assert.False(Doors.Can(from, verb));
                    Assert.Equal("wrong-state", Assert.Throws<RuleViolation>(() => Doors.After(from, verb)).Code);
                }
            }
        }
    }

    [Fact]
    public void A_refusal_is_said_in_the_words_of_the_office() =>
        Assert.Equal("当前状态为“关闭”，不能关上。", Assert.Throws<RuleViolation>(() => Doors.After(Door.Shut, Push.Close)).Message);

    [Fact]
    public void The_buttons_of_a_page_are_the_verbs_of_the_state()
    {
        Assert.Equal([Push.Open, Push.Close], Doors.VerbsFrom(Door.Ajar));
        Assert.Empty(Doors.VerbsFrom(Door.Wide));
    }

    [Fact]
    public void Two_rows_for_one_state_and_verb_are_a_contradiction() =>
        Assert.Throws<ArgumentException>(() => new Lifecycle<Door, Push>((Door.Shut, Push.Open, Door.Ajar), (Door.Shut, Push.Open, Door.Wide)));

    [Fact]
    public void The_diagram_shows_every_row_with_its_labels() => Assert.Equal(
        "stateDiagram-v2\n    关闭 --> 半开 : 推开\n    半开 --> Wide : 推开\n    半开 --> 关闭 : 关上\n", Doors.Diagram());
}
