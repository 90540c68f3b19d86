namespace Yimen.Bench;

/// <summary>What was done once through the product, so that the twin can write the same rows again.</summary>
/// <param name="Item">The item that the cases are about.</param>
/// <param name="Filed">A case as it was filed; <paramref name="Accepted"/>, <paramref name="Asked"/> (补正告知) and <paramref name="Supplied"/> (补正) are one act further, each of the one before it.</param>
/// <param name="Handover">A batch of paper that arrived.</param>
/// <param name="Large">A case with 40 materials and 60 journal rows.</param>
/// <param name="Named">A case of the name that is searched, and <paramref name="NameMatch"/> what the index is asked for.</param>
internal sealed record Seeds(string Item, string Unit, string Filed, string Accepted, string Asked, string Supplied, string Handover, string Large, string Named, string NameMatch = "");
