namespace Telenovela.Discord.Registration;

/// <summary>How the registered commands differed from ours, by name.</summary>
/// <param name="Added">Ours alone.</param>
/// <param name="Changed">Registered differently.</param>
/// <param name="Removed">Registered, and no longer ours.</param>
/// <param name="Unchanged">Registered as they are.</param>
/// <param name="Written">Whether our commands were put in place; false when nothing differs and in a dry run.</param>
public sealed record CommandRegistration(
    IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed, IReadOnlyList<string> Unchanged, bool Written)
{
    /// <summary>Snowflakes of the registered commands by name, for clickable mentions (<c>&lt;/telenovela generate:ID&gt;</c>).</summary>
    public IReadOnlyDictionary<string, ulong> Ids { get; init; } = new Dictionary<string, ulong>();

    /// <summary>Whether anything differs.</summary>
    public bool Differs => Added.Count + Changed.Count + Removed.Count > 0;
}
