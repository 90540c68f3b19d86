using Yimen.Hotline.Calls;
using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Tests.Hotline;

/// <summary>本地来电: what may follow on what, in memory.</summary>
public sealed class CallTests
{
    private static readonly DateTimeOffset Ten = new(2020, 11, 2, 2, 0, 0, TimeSpan.Zero);
    private static readonly Actor He = new(new Guid(1, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "何甲", null);
    private static readonly Actor Other = new(new Guid(2, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "何乙", null);
    private static readonly InvalidCall Silent = new("silent", "无声来电");
    private static readonly InvalidCall Nuisance = new("nuisance", "骚扰来电", NeedsNote: true);

    [Fact]
    public void Answered_at_the_fifteenth_second_is_in_time_and_a_moment_later_is_not()
    {
        var (just, late) = (Ringing(), Ringing());

        just.Answer(He, Ten.AddSeconds(15), By());
        late.Answer(He, Ten.AddSeconds(15).AddMilliseconds(1), By());

        Assert.True(just.AnsweredAt <= just.AnswerBy);
        Assert.False(late.AnsweredAt <= late.AnswerBy);
    }

    [Fact]
    public void Hung_up_before_an_answer_it_was_abandoned_and_waits_for_nobody()
    {
        var call = Ringing();

        call.End(Ten.AddSeconds(9), "", By());

        Assert.Equal((CallState.Abandoned, CallOutcome.Abandoned, null), (call.State, call.Outcome, call.AnsweredAt));
        Assert.Empty(call.WaitsFor);
    }

    [Fact]
    public void Hung_up_and_not_written_down_it_waits_for_who_answered_it()
    {
        var call = Talking();
        call.End(Ten.AddMinutes(2), "rec/1", By());

        var task = Assert.Single(call.WaitsFor);
        Assert.Equal(("record", He.AccountId, call.Href), (task.Code, task.Account, task.Href));

        call.FindInvalid(Silent, "", By());

        Assert.Empty(call.WaitsFor);
    }

    [Fact]
    public void Written_down_while_it_is_talked_over_its_end_still_comes()
    {
        var call = Talking();
        call.FindInvalid(Silent, "", By());

        call.End(Ten.AddMinutes(1), "rec/2", By());

        Assert.Equal((CallState.Recorded, CallOutcome.Invalid, "rec/2"), (call.State, call.Outcome, call.Recording));
    }

    [Fact]
    public void The_same_event_told_twice_leaves_one_note_and_another_one_is_refused()
    {
        var call = Talking();
        call.Answer(He, Ten.AddSeconds(5), By());
        Assert.Equal("call-answered", Refused(() => call.Answer(Other, Ten.AddSeconds(5), By())));

        call.End(Ten.AddMinutes(1), "rec/3", By());
        var notes = call.Trail.Last;
        call.End(Ten.AddMinutes(1), "rec/3", By());

        Assert.Same(notes, call.Trail.Last);
        Assert.Equal("call-ended", Refused(() => call.End(Ten.AddMinutes(2), "rec/3", By())));
    }

    [Fact]
    public void Events_come_in_their_order()
    {
        Assert.Equal("call-order", Refused(() => Ringing().Answer(He, Ten.AddSeconds(-1), By())));
        Assert.Equal("call-order", Refused(() => Talking().End(Ten.AddSeconds(4), "", By())));
        Assert.Equal("call-unanswered", Refused(() => Ringing().End(Ten.AddSeconds(9), "rec/4", By())));
        var lost = Ringing();
        lost.End(Ten.AddSeconds(9), "", By());
        Assert.Equal("wrong-state", Refused(() => lost.Answer(He, Ten.AddSeconds(10), By())));
    }

    [Fact]
    public void A_nuisance_is_said_in_words_and_a_recording_is_asked_for_a_purpose()
    {
        var call = Talking();
        Assert.Equal("invalid-reason", Refused(() => call.FindInvalid(Nuisance, "", By())));
        Assert.Equal(CallState.Talking, call.State);
        call.FindInvalid(Nuisance, "反复拨打后挂断", By());
        Assert.Equal("no-recording", Refused(() => call.Listen(By("核实"))));
        call.End(Ten.AddMinutes(1), "rec/5", By());

        Assert.Equal("reason", Refused(() => call.Listen(By())));
        call.Listen(By("核实话务员态度"));
        Assert.Equal("调取录音", call.Trail.Last!.Verb);
    }

    [Theory]
    [InlineData("013800138066", "13800138066")] // exchanges put a nought before a mobile of another city
    [InlineData("07515550000", "0751-5550000")]
    [InlineData("0751-5550000", "0751-5550000")]
    [InlineData("02088880000", "020-88880000")]
    [InlineData("95598", "95598")]
    public void A_number_as_the_exchange_shows_it_is_the_number_as_people_write_it(string shown, string written)
    {
        var keys = CountyKeys.LoadOrCreate(Path.Combine(Directory.CreateTempSubdirectory("yimen-call-").FullName, "k.json"));

        var caller = CallerNumbers.Read(shown, keys, out _)!;

        Assert.Equal(written, keys.Open(caller.Number));
        Assert.Equal(keys.IndexOf(written), caller.Index);
    }

    private static HotlineCall Ringing() => HotlineCall.Ring(new Guid(9, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), new("c1", new(new Sealed("*"), "p"), Ten, TimeSpan.FromSeconds(15)), null, By());

    private static HotlineCall Talking()
    {
        var call = Ringing();
        call.Answer(He, Ten.AddSeconds(5), By());
        return call;
    }

    private static Act By(string? reason = null) => new(He, Ten.AddMinutes(5), reason);

    private static string Refused(Action act) => Assert.Throws<RuleViolation>(act).Code;
}
