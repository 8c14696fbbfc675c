namespace Telenovela.Corpus.Scripts;

/// <summary>One episode of a telenovela: its title page and its scenes.</summary>
public sealed record Episode
{
    /// <summary>The telenovela's title as people write it; empty where the source doesn't say.</summary>
    public string Telenovela { get; init; } = "";

    /// <summary>The season, from 1.</summary>
    /// <value>1 where the source doesn't say.</value>
    public int Season { get; init; } = 1;

    /// <summary>The episode's number within its season, from 1.</summary>
    /// <value>0 where the source doesn't say.</value>
    public int Number { get; init; }

    /// <summary>The episode's own title; empty where it has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The language as a BCP 47 tag (<c>en</c>, <c>es</c>); empty where the source doesn't say.</summary>
    public string Language { get; init; } = "";

    /// <summary>Who wrote it; empty where the source doesn't say.</summary>
    public string Author { get; init; } = "";

    /// <summary>The licence as an SPDX name where there is one; empty where the source doesn't say.</summary>
    public string License { get; init; } = "";

    /// <summary>Title page entries that have no property here, in their order.</summary>
    public ValueList<TitleField> OtherFields { get; init; } = [];

    /// <summary>The scenes in order. A source that knows no scenes has one without a heading.</summary>
    public ValueList<Scene> Scenes { get; init; } = [];
}
