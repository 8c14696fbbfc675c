using Telenovela.Playground.People;

namespace Telenovela.Playground.Sessions;

/// <summary>What somebody did that a message of the bot answers.</summary>
/// <param name="Person">Who.</param>
/// <param name="Key">Entry of the page's words: used a command, pressed a button, chose from a select.</param>
/// <param name="What">The command's path or the button's label.</param>
/// <param name="Details">The options given.</param>
public sealed record LogCause(PlaygroundPerson Person, string Key, string What, string Details = "");
