using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>A command handler that suggests values while an option is being typed.</summary>
public interface IAutocompletion
{
    /// <summary>Suggestions for <see cref="CommandData.Focused"/>; required options may still be missing. Quick, and never throws.</summary>
    ChoicesReply Complete(Interaction interaction);
}
