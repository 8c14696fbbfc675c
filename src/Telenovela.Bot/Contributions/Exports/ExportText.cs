using System.Text;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Bot.Contributions.Exports;

/// <summary>Words of people inside the Markdown of a README.</summary>
internal static class ExportText
{
    private const string Special = "\\`*_{}[]<>()#+-!|~&$";

    /// <summary>How the lines came about, for every README.</summary>
    public const string Process =
        "People in Discord servers gave these lines on purpose, with a command made for it; no messages were read. Each person agreed to the\n" +
        "licence beforehand. Checks refused duplicates, links, personal data and unwanted words; then a moderator approved, edited or\n" +
        "refused each line. People may delete their lines at any time: a later version of this dataset lacks them, and so should copies.\n" +
        "Contributors appear under the name they chose or under a pseudonym that can't be led back.\n";

    /// <summary>One line without any markup.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in PlainText.Clean(text))
        {
            if (Special.Contains(letter, StringComparison.Ordinal))
            {
                plain.Append('\\');
            }

            plain.Append(letter);
        }

        return plain.ToString();
    }

    /// <summary>A table of contributors by lines.</summary>
    public static string Contributors(IEnumerable<ApprovedLine> lines)
    {
        var table = new StringBuilder("| contributor | lines |\n|---|---|\n");
        foreach (var person in lines.GroupBy(line => line.Contributor).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| {Plain(person.Key)} | {person.Count()} |\n");
        }

        return table.ToString();
    }
}
