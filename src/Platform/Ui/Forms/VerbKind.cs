namespace Yimen.Platform.Ui;

/// <summary>One primary on a page, the rest quiet, the dangerous one apart; plain looks like a link.</summary>
public enum VerbKind
{
    Quiet,
    Primary,
    Danger,
    Plain,
}
