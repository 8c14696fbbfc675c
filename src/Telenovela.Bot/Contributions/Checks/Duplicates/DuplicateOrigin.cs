namespace Telenovela.Bot.Contributions.Checks.Duplicates;

/// <summary>Where a text that was found before stands.</summary>
public enum DuplicateOrigin
{
    /// <summary>In the corpus that the models learn from.</summary>
    Corpus,

    /// <summary>Among the contributions, whether pending or accepted.</summary>
    Contributions,

    /// <summary>In the same submission.</summary>
    Draft,
}
