using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline.Channels;

/// <summary>联络渠道 — by whom and how a member unit is reached when it matters: its people in order, each with an ordered list of channels.</summary>
internal sealed class ContactBook : IMatter
{
    public const string MatterKind = "contact-book";

    private readonly List<ContactPerson> people = [];
    private readonly List<ContactChannel> channels = [];

    private ContactBook()
    {
    }

    public Guid Id { get; private init; }

    public UnitId Unit { get; private init; }

    public IReadOnlyList<ContactPerson> People => people;

    public IReadOnlyList<ContactChannel> Channels => channels;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>A book waits for nobody.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>An empty book; it is kept from its first verb on.</summary>
    public static ContactBook Of(Guid id, UnitId unit) => new() { Id = id, Unit = unit };

    /// <summary>The channels of one person, in the order in which they are tried.</summary>
    public IEnumerable<ContactChannel> Of(ContactPost post) => channels.Where(c => c.Post == post).OrderBy(c => c.Place);

    /// <summary>指定联络人 — who stands at a post. The channels of whoever stood there before go with them: nobody's messages reach a predecessor.</summary>
    /// <exception cref="RuleViolation"><c>contact-twice</c>.</exception>
    public void Appoint(ContactPost post, Guid account, string name, Act act)
    {
        if (people.Find(p => p.AccountId == account && p.Post != post) is { } other)
        {
            throw new RuleViolation("contact-twice", $"{name}已经是{Label.Of(other.Post)}，一个人只能担任一个顺位。");
        }

        var before = people.Find(p => p.Post == post);
        if (before?.AccountId == account)
        {
            return;
        }

        people.RemoveAll(p => p.Post == post);
        channels.RemoveAll(c => c.Post == post);
        people.Add(new ContactPerson { Post = post, AccountId = account, Name = name });
        Note(ContactVerb.Appoint, act, new Change(Label.Of(post), before?.Name, name));
    }

    /// <summary>设定联络渠道 — a new one goes to the end of the order; a known one gets another address.</summary>
    /// <param name="masked">How the journal may show the address.</param>
    /// <exception cref="RuleViolation"><c>contact-nobody</c>.</exception>
    public void SetChannel(ContactPost post, ContactWay way, Sealed address, string masked, Act act)
    {
        _ = people.Find(p => p.Post == post) ?? throw new RuleViolation("contact-nobody", $"还没有指定{Label.Of(post)}，请先选人。");
        var known = channels.Find(c => c.Post == post && c.Way == way);
        if (known is null)
        {
            channels.Add(ContactChannel.At(post, way, channels.Where(c => c.Post == post).Select(c => c.Place).DefaultIfEmpty().Max() + 1, address));
        }

        known?.Move(address);
        Note(ContactVerb.SetChannel, act, new Change($"{Label.Of(post)}的{Label.Of(way)}", null, masked));
    }

    /// <summary>调整渠道顺序 — changes places with the one before or after; at the end of the order nothing moves.</summary>
    public void Rank(ContactPost post, ContactWay way, bool up, Act act)
    {
        var (ordered, one) = (Of(post).ToList(), Channel(post, way));
        var to = ordered.IndexOf(one) + (up ? -1 : 1);
        if (to < 0 || to >= ordered.Count)
        {
            throw new RuleViolation("contact-edge", up ? "这个渠道已经排在最前。" : "这个渠道已经排在最后。");
        }

        one.ChangePlaces(ordered[to]);
        Note(ContactVerb.Rank, act, new Change($"{Label.Of(post)}的渠道顺序", null, string.Join("、", Of(post).Select(c => Label.Of(c.Way)))));
    }

    /// <summary>启用渠道, 停用渠道 — a channel that is off is passed over.</summary>
    public void Switch(ContactPost post, ContactWay way, bool on, Act act)
    {
        Channel(post, way).Switch(on);
        Note(on ? ContactVerb.SwitchOn : ContactVerb.SwitchOff, act, new Change($"{Label.Of(post)}的{Label.Of(way)}", on ? "停用" : "启用", on ? "启用" : "停用"));
    }

    /// <summary>删除渠道.</summary>
    public void Remove(ContactPost post, ContactWay way, Act act)
    {
        channels.Remove(Channel(post, way));
        Note(ContactVerb.Remove, act, new Change("联络渠道", $"{Label.Of(post)}的{Label.Of(way)}", null));
    }

    /// <summary>设定政务微信应用 — the journal tells the address and the ids, of the secret only that it was changed.</summary>
    public void NoteApp((string Before, string After) address, string corp, int agent, bool secret, Act act) =>
        Note(ContactVerb.SetApp, act, new Change("接口地址", address.Before, address.After), new("企业编号", null, corp), new("应用编号", null, $"{agent}"), new("应用口令", null, secret ? "已更换" : "未变"));

    /// <summary>发送测试消息.</summary>
    /// <exception cref="RuleViolation"><c>contact-off</c>, <c>contact-by-hand</c>.</exception>
    public ContactChannel Test(ContactPost post, ContactWay way, Act act)
    {
        var channel = Channel(post, way);
        _ = way is ContactWay.Phone ? throw new RuleViolation("contact-by-hand", "电话由人拨打，没有测试消息。")
            : !channel.IsOn ? throw new RuleViolation("contact-off", "这个渠道已停用，启用后再测试。")
            : 0;
        Note(ContactVerb.Test, act, new Change("测试渠道", null, $"{Label.Of(post)}的{Label.Of(way)}"));
        return channel;
    }

    private ContactChannel Channel(ContactPost post, ContactWay way) => channels.Find(c => c.Post == post && c.Way == way) ?? throw new RuleViolation("contact-gone", "没有这个渠道，可能刚被删除，请刷新后再试。");

    private void Note(ContactVerb verb, Act act, params IEnumerable<Change> changes) => Trail.Note(act, verb.ToString(), null, null, changes);
}
