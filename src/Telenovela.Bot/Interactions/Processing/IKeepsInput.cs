using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>A handler of something that people typed, which must not be lost when there is no room for the work now.</summary>
public interface IKeepsInput
{
    /// <summary>A message that gives what was typed back, ready to be sent again. Quick, and never throws.</summary>
    /// <param name="interaction">What was typed.</param>
    /// <param name="why">What to tell, localised markdown.</param>
    MessageReply Keep(Interaction interaction, string why);
}
