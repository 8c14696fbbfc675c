namespace Telenovela.Bot.Retraining.Stages;

/// <summary>The stages of a run, in order.</summary>
public static class StageName
{
    /// <summary>Lines and corpus become a text.</summary>
    public const string Prepare = "prepare";

    /// <summary>A child process trains the challengers.</summary>
    public const string Train = "train";

    /// <summary>Champions and challengers are measured.</summary>
    public const string Evaluate = "evaluate";

    /// <summary>What was measured decides.</summary>
    public const string Gate = "gate";

    /// <summary>Challengers take their places.</summary>
    public const string Publish = "publish";

    /// <summary>People are told.</summary>
    public const string Announce = "announce";
}
