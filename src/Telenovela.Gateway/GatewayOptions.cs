using System.ComponentModel.DataAnnotations;

namespace Telenovela.Gateway;

/// <summary>How to reach Discord's gateway (section <c>Discord</c>).</summary>
public sealed class GatewayOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Discord";

    /// <summary>The bot's token: Discord Developer Portal, Bot, Reset Token. A secret.</summary>
    [Required(ErrorMessage = "Discord:Token is missing. Copy it from the Discord Developer Portal: Bot, Reset Token.")]
    public string Token { get; set; } = "";

    /// <summary>Discord's REST interface.</summary>
    /// <value>Discord's own by default; another one for a Discord on this machine.</value>
    public Uri ApiBaseUrl { get; set; } = new("https://discord.com/api/v10/");

    /// <summary>The gateway's address; null asks the REST interface for it.</summary>
    /// <value>Null by default; <c>ws://127.0.0.1:PORT/?v=10&amp;encoding=json</c> for a Discord on this machine.</value>
    public Uri? GatewayUrl { get; set; }
}
