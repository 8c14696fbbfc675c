using System.Diagnostics.CodeAnalysis;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Discord.Wire;

/// <summary>What came of parsing: an interaction, or the reason why there is none.</summary>
public sealed record InteractionParse
{
    private InteractionParse(Interaction? interaction, ParseFailure? failure) => (Interaction, Failure) = (interaction, failure);

    /// <summary>The interaction; null when parsing failed.</summary>
    public Interaction? Interaction { get; }

    /// <summary>Why there is no interaction; null when there is one.</summary>
    public ParseFailure? Failure { get; }

    /// <summary>Whether there is an interaction.</summary>
    [MemberNotNullWhen(true, nameof(Interaction))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Interaction is not null;

    internal static InteractionParse Of(Interaction interaction) => new(interaction, null);

    internal static InteractionParse Failed(string where, string words) => new(null, new ParseFailure(where, words));
}
