using System.ComponentModel.DataAnnotations;

namespace Telenovela.Bot.Interactions.Processing;

/// <summary>How much work the bot takes on at a time (section <c>Interactions</c>).</summary>
public sealed class InteractionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Interactions";

    /// <summary>How many pieces of work may be waiting or under way before people are asked to come back.</summary>
    /// <value>64 by default: at a second each and two workers, the last waits about half a minute.</value>
    [Range(1, 10_000)]
    public int QueueCapacity { get; set; } = 64;

    /// <summary>How many pieces of work run at a time.</summary>
    /// <value>2 by default: decoding is one thread each.</value>
    [Range(1, 64)]
    public int Workers { get; set; } = 2;

    /// <summary>Seconds between two pieces of work for the same person; 0 for none.</summary>
    /// <value>3 by default.</value>
    [Range(0, 3600)]
    public double CooldownSeconds { get; set; } = 3;

    /// <summary>Seconds after which a piece of work is given up and apologised for.</summary>
    /// <value>60 by default; an interaction's token lives 15 minutes.</value>
    [Range(1, 840)]
    public double DeadlineSeconds { get; set; } = 60;
}
