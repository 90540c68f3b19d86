using Yimen.Platform.Counties;
using Yimen.Platform.Limits;
using Yimen.Platform.Switches;

namespace Yimen.Tests.Data;

/// <summary>What all ask for is read once, and anew as soon as it was changed.</summary>
public sealed class RememberedTests
{
    private readonly Remembered<string> remembered = new(typeof(LimitBook));
    private int reads;

    [Fact]
    public async Task Who_asks_again_is_answered_without_reading_until_its_matter_is_saved()
    {
        Assert.Equal(["1", "1"], [await remembered.Get(Read), remembered.Get(() => "never")]);

        Saved(typeof(SwitchSetting));
        Assert.Equal("1", await remembered.Get(Read));

        Saved(typeof(LimitBook));
        Assert.Equal("2", await remembered.Get(Read));
    }

    [Fact]
    public async Task What_was_being_read_while_it_was_saved_is_told_and_not_kept()
    {
        var slow = new TaskCompletionSource<string>();
        var asked = remembered.Get(() => slow.Task);
        Saved(typeof(LimitBook));
        slow.SetResult("old");

        Assert.Equal("old", await asked);
        Assert.Equal("1", await remembered.Get(Read));
    }

    private Task<string> Read() => Task.FromResult($"{++reads}");

    private void Saved(Type matter) => ((IRemembered)remembered).Heed(new HashSet<Type> { matter });
}
