using System.ComponentModel.DataAnnotations;

namespace Telenovela.Discord;

/// <summary>
/// What connects the bot with an application at Discord, from the section <c>Discord</c>. Everything may be left empty: then
/// the bot runs without Discord, with the playground and the command line.
/// </summary>
public sealed class DiscordOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "Discord";

    private const string WhereToFindId =
        "Copy it from the Developer Portal (https://discord.com/developers/applications) > your application > General Information > Application ID.";

    /// <summary>The application's snowflake.</summary>
    /// <value>Empty.</value>
    [RegularExpression("[1-9][0-9]{0,19}", ErrorMessage = "Discord:ApplicationId must be a number of up to 20 digits. " + WhereToFindId)]
    public string ApplicationId { get; set; } = "";

    /// <summary>The key that Discord signs interactions with; the endpoint exists only when it is set.</summary>
    /// <value>Empty.</value>
    [RegularExpression("[0-9A-Fa-f]{64}", ErrorMessage =
        "Discord:PublicKey must be 64 hexadecimal digits (0-9, a-f). " +
        "Copy it from the Developer Portal (https://discord.com/developers/applications) > your application > General Information > Public Key.")]
    public string PublicKey { get; set; } = "";

    /// <summary>The bot's secret, needed to register commands and for the gateway. Never logged.</summary>
    /// <value>Empty.</value>
    [RegularExpression("[!-~]+", ErrorMessage =
        "Discord:Token must be one word, without \"Bot\" before it. " +
        "Get it from the Developer Portal (https://discord.com/developers/applications) > your application > Bot > Reset Token, and keep it secret.")]
    public string Token { get; set; } = "";

    /// <summary>Where Discord's API is, with its version.</summary>
    /// <value><c>https://discord.com/api/v10/</c></value>
    [Required(ErrorMessage = "Discord:ApiBaseUrl is missing. Unless you test against something else, it is https://discord.com/api/v10/.")]
    [RegularExpression("https?://[!-~]+", ErrorMessage =
        "Discord:ApiBaseUrl must be a web address. Unless you test against something else, it is https://discord.com/api/v10/.")]
    public string ApiBaseUrl { get; set; } = "https://discord.com/api/v10/";

    /// <summary>Where Discord's people can learn whose bot is calling; part of each request's <c>User-Agent</c>.</summary>
    /// <value><c>https://telenovela.invalid/</c>, which is nowhere.</value>
    [Required(ErrorMessage = "Discord:ContactUrl is missing. It tells Discord whose bot is calling: the address of a page about your bot.")]
    [RegularExpression("https?://[!-'*-~]+", ErrorMessage =
        "Discord:ContactUrl must be a web address without parentheses. It tells Discord whose bot is calling: the address of a page about your bot.")]
    public string ContactUrl { get; set; } = "https://telenovela.invalid/";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ApplicationId.Length == 0 && (PublicKey.Length > 0 || Token.Length > 0))
        {
            var given = PublicKey.Length > 0 ? nameof(PublicKey) : nameof(Token);
            yield return new ValidationResult($"Discord:ApplicationId is missing although Discord:{given} is set. {WhereToFindId}", [nameof(ApplicationId)]);
        }
        else if (ApplicationId.Length > 0 && !ulong.TryParse(ApplicationId, out _))
        {
            yield return new ValidationResult($"Discord:ApplicationId is too large a number. {WhereToFindId}", [nameof(ApplicationId)]);
        }

        if (!Uri.TryCreate(ApiBaseUrl, UriKind.Absolute, out _))
        {
            yield return new ValidationResult("Discord:ApiBaseUrl must be a web address, as https://discord.com/api/v10/ is.", [nameof(ApiBaseUrl)]);
        }
    }
}
