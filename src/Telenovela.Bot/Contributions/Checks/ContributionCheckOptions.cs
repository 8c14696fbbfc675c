using System.ComponentModel.DataAnnotations;

namespace Telenovela.Bot.Contributions.Checks;

/// <summary>What contributed lines are held to (section <c>Contributions</c>).</summary>
public sealed class ContributionCheckOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Contributions";

    /// <summary>The corpus that lines are compared with; a relative path is looked for in the current folder, then beside the program.</summary>
    /// <value><c>corpus</c> by default.</value>
    [Required]
    public string CorpusDirectory { get; set; } = "corpus";

    /// <summary>Most lines of the corpus that are compared with; further ones are left out, which bounds the memory.</summary>
    /// <value>100,000 by default: about 130 MB (docs/contribution-checks.md).</value>
    [Range(0, 10_000_000)]
    public int MostCorpusLines { get; set; } = 100_000;

    /// <summary>Fewest characters of a line, as readers count them.</summary>
    /// <value>2 by default.</value>
    [Range(1, 100)]
    public int FewestCharacters { get; set; } = 2;

    /// <summary>Most characters of a line, as readers count them.</summary>
    /// <value>500 by default.</value>
    [Range(100, 2000)]
    public int MostCharacters { get; set; } = 500;

    /// <summary>Most lines that may come at once.</summary>
    /// <value>20 by default.</value>
    [Range(1, 100)]
    public int MostLines { get; set; } = 20;

    /// <summary>Most lines of a script.</summary>
    /// <value>3,000 by default: an episode has 200 to 1,200.</value>
    [Range(1, 20_000)]
    public int MostScriptLines { get; set; } = 3_000;

    /// <summary>Most lines of a person that may wait for review.</summary>
    /// <value>20 by default.</value>
    [Range(1, 10_000)]
    public int MostPending { get; set; } = 20;

    /// <summary>Characters that a person may send in one go, before their pace counts.</summary>
    /// <value>6,000 by default: a full modal and a half.</value>
    [Range(100, 1_000_000)]
    public int BurstCharacters { get; set; } = 6_000;

    /// <summary>Characters a second that are typed and pasted by people; whoever sends more for long has to wait.</summary>
    /// <value>20 by default, twice what a fast typist does.</value>
    [Range(1, 10_000)]
    public double CharactersPerSecond { get; set; } = 20;
}
