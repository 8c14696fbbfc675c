using Telenovela.Bot.Contributions;

namespace Telenovela.Bot.Commands.ContributeScript;

/// <summary>A script that was read and shown, and waits for its giver's word.</summary>
/// <param name="UserId">Who gave it.</param>
/// <param name="GuildId">Where.</param>
/// <param name="Lines">What would be submitted.</param>
public sealed record ScriptDraft(ulong UserId, ulong GuildId, IReadOnlyList<NewLine> Lines);
