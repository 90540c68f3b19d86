namespace Yimen.ComposeWorld.Catalogue;

/// <summary>A line on its way: the line, what its author wished for it, and its place in the sources.</summary>
sealed record Draft(Line Line, ItemSource Wish, string? Counter, string? Group, int Order)
{
    public string Key => Line.BasicCode + Line.Handling;

    public bool MayEnterHall => Counter is not null && Wish.Hall != false;

    public bool WishesTown => Line.Level >= 5 || Wish.Town == true || WishesVillage;

    public bool WishesVillage => Line.Level == 6 || Wish.Village == true;
}
