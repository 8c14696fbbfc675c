using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Telenovela.Bot.Commands.Admin;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Resources;
using Telenovela.Bot.Retraining;

namespace Telenovela.Bot.Commands.Retrain;

/// <summary>Says who may have the models retrained: administrators, and where <see cref="RetrainingOptions.Servers"/> names servers, theirs. Asked at every use.</summary>
/// <param name="administrators">Knows administrators.</param>
/// <param name="options">Names the servers.</param>
/// <param name="text">What is said.</param>
public sealed class Retrainers(Administrators administrators, IOptions<RetrainingOptions> options, IStringLocalizer<RetrainText> text)
{
    /// <summary>Refuses everybody else.</summary>
    /// <param name="interaction">Who, and where.</param>
    /// <exception cref="ReplyException">Says why.</exception>
    public void Require(Interaction interaction)
    {
        var guild = administrators.Require(interaction);
        if (options.Value.Servers is { Count: > 0 } servers && !servers.Contains(guild))
        {
            throw new ReplyException(text["Elsewhere"]);
        }
    }
}
