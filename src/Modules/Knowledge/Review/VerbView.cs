using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Review;

/// <summary>What a verb's page posts. Properties, since a missing constructor argument of a form answers 400.</summary>
public sealed record StepInput
{
    public string? Reason { get; init; }

    /// <summary>"true" when the reviewer says that nothing secret stands in it.</summary>
    public string? Secrecy { get; init; }

    public string? ValidTo { get; init; }

    public string? Version { get; init; }
}

/// <summary>The short page of one verb: what will happen, to whom it is said, and what is asked before.</summary>
public sealed record VerbView(Guid Id, string Title, string Verb, string Noun, long Version)
{
    public required IReadOnlyList<string> WillHappen { get; init; }

    /// <summary>Label of the reason; null when none is asked.</summary>
    public string? ReasonLabel { get; init; }

    public bool ReasonOptional { get; init; }

    /// <summary>Asks for the statement of 保密审查.</summary>
    public bool AsksSecrecy { get; init; }

    /// <summary>Asks until when the answer is to hold.</summary>
    public bool AsksValidTo { get; init; }

    /// <summary>What is judged: question and answer, and what differs from the version in use.</summary>
    public VerbSubject? Subject { get; init; }

    public StepInput Input { get; init; } = new();

    public bool Dangerous { get; init; }

    public FormErrors? Errors { get; init; }

    public string Href => $"/desk/knowledge/{Id}";

    public string Action => $"{Href}/{Noun}";
}

/// <summary>The version that a reviewer judges.</summary>
public sealed record VerbSubject(string Answer, string LegalBasis, string Visibility, string Days, IReadOnlyList<FieldPair> Differences)
{
    internal static VerbSubject? Of(Article article)
    {
        if (article.Working is not { } version)
        {
            return null;
        }

        var differences = article.Published is { } now ? ArticleDifference.Between(now.Draft, version.Draft).Select(c => new FieldPair(c.Field, c.New, c.Old)).ToList() : [];
        return new(version.Answer, version.LegalBasis, Kernel.Label.Of(version.Visibility), $"{Words.Day(version.ValidFrom, "发布之日")}起，{Words.Day(version.ValidTo, "长期有效")}{(version.ValidTo is null ? "" : "止")}", differences);
    }
}
