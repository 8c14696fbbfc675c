namespace Telenovela.Playground;

/// <summary>The page that stands in for Discord, from the section <c>Playground</c>.</summary>
public sealed class PlaygroundOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Playground";

    /// <summary>Whether the page is there at all.</summary>
    /// <value>Null: it is there as long as no Discord application is configured.</value>
    public bool? Enabled { get; set; }

    /// <summary>
    /// Whether other machines may use it. The page lets anybody act as a moderator, so it is meant for the person who runs the bot.
    /// </summary>
    /// <value>False: anything but this machine gets 403, also through a proxy or a tunnel.</value>
    public bool AllowRemote { get; set; }
}
