namespace Telenovela.Hosting;

/// <summary>How interactions reach the bot.</summary>
internal enum Transport
{
    /// <summary>Nothing of Discord is configured: the page at <c>/</c> alone.</summary>
    Playground,

    /// <summary>Discord posts to <c>/interactions</c>.</summary>
    Http,

    /// <summary>Discord.Net keeps a connection to Discord's gateway.</summary>
    Gateway,
}
