namespace Telenovela.Bot.Storage.Rows;

/// <summary>What began a training run.</summary>
public enum RunTrigger
{
    /// <summary>The schedule.</summary>
    Nightly,

    /// <summary>Somebody's <c>/telenovela-admin retrain now</c>.</summary>
    Command,

    /// <summary><c>telenovela retrain</c>.</summary>
    CommandLine,

    /// <summary>Somebody went back to the models before; nothing was trained.</summary>
    RollBack,
}
