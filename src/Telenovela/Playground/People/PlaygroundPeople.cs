namespace Telenovela.Playground.People;

/// <summary>The people of the playground: two who may do what all may, one who moderates, and one who manages the server, too.</summary>
public static class PlaygroundPeople
{
    // View channel, send messages, embed links, attach files, read message history, use application commands.
    private const ulong Member = (1UL << 10) | (1UL << 11) | (1UL << 14) | (1UL << 15) | (1UL << 16) | (1UL << 31);

    /// <summary>In the order shown; the first is who one begins as.</summary>
    public static IReadOnlyList<PlaygroundPerson> All { get; } =
    [
        new(700_000_000_000_000_001, "lucia", "Lucía", Member),
        new(700_000_000_000_000_002, "rafael", "Rafael", Member),
        new(700_000_000_000_000_003, "dona.ines", "Doña Inés", Member | PlaygroundPerson.ManageMessages),
        new(
            700_000_000_000_000_004, "don.aurelio", "Don Aurelio",
            Member | PlaygroundPerson.ManageMessages | PlaygroundPerson.ManageGuild),
    ];

    /// <summary>The person with that snowflake; null for a stranger.</summary>
    public static PlaygroundPerson? Find(ulong id) => All.FirstOrDefault(person => person.Id == id);
}
