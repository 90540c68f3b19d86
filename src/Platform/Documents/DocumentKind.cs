namespace Yimen.Platform.Documents;

/// <summary>文书种类 — what sort of paper it is: its name, and the word by which its numbers are told apart (受 in 乐受〔2020〕000123号).</summary>
/// <param name="Code">Stable, e.g. <c>acceptance</c>.</param>
/// <param name="Name">受理通知书.</param>
/// <param name="SeriesWord">One series of numbers a word and year; kinds may share one.</param>
public sealed record DocumentKind(string Code, string Name, string SeriesWord);
