using Yimen.Kernel;

namespace Yimen.Cases.Reception;

/// <summary>Who stands at the window, masked.</summary>
public sealed record FrontView(string Name, string Number, bool CardRead, string Phone, IReadOnlyList<EarlierRow> Earlier)
{
    internal static FrontView Of(InFront front, KnownApplicant? known, string phone) =>
        new(front.Name.Length > 0 ? front.Name : known?.Last.Name ?? "未登记姓名", Masking.Id(front.Number), front.CardRead, phone, known?.Earlier ?? []);
}
