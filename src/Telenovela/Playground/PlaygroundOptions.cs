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
    /// The names by which other machines may reach it, as a browser's address shows them: <c>stage.example.org</c>,
    /// <c>192.168.1.5:5080</c>. The page lets anybody act as a moderator, so it is meant for the person who runs the bot.
    /// </summary>
    /// <value>None: anything but this machine gets 403, also through a proxy or a tunnel that says so.</value>
    public IList<string> AllowedHosts { get; } = [];
}
