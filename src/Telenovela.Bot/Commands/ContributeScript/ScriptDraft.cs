using Telenovela.Bot.Contributions;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.ContributeScript;

/// <summary>A script that waits for its giver's word.</summary>
/// <param name="UserId">Who gave it.</param>
/// <param name="GuildId">Where.</param>
/// <param name="Lines">What would be submitted.</param>
public sealed record ScriptDraft(ulong UserId, ulong GuildId, IReadOnlyList<NewLine> Lines)
{
    /// <summary>The command that it came with, while it waits for consent and has neither been fetched nor read; null afterwards.</summary>
    public CommandData? Command { get; init; }
}
