using System.Globalization;
using System.Text;
using Telenovela.Corpus.Formats;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Dataset;

/// <summary>Writes the README of an imported telenovela, unless somebody wrote one by hand.</summary>
internal static class ImportReadme
{
    private const string Mark = "by telenovela corpus import";

    public static void Write(string folder, string title, string language, IEnumerable<string> formats, TimeProvider time, List<Skip> skips)
    {
        var path = Path.Combine(folder, CorpusFolder.Readme);
        if (PlainFiles.IsOne(path) && !File.ReadAllText(path).Contains(Mark, StringComparison.Ordinal))
        {
            skips.Add(new Skip(CorpusFolder.Readme, 0, "The README was written by hand and was left as it is; add the imported episodes to it."));
            return;
        }

        var episodes = Directory.EnumerateFiles(folder, "*.fountain")
            .Where(file => EpisodeFile.Parse(Path.GetFileName(file)) is not null && PlainFiles.IsOne(file))
            .Order(StringComparer.Ordinal).ToList();
        var sources = episodes.Select(EpisodeNumbering.SourceOf).OfType<string>().Distinct().ToList();
        var text = new StringBuilder()
            .Append("# ").Append(PlainText.Clean(title)).Append("\n\n")
            .Append("A script from elsewhere, converted into the form of this dataset.\n\n")
            .Append(CultureInfo.InvariantCulture, $"- Episodes: {episodes.Count}\n")
            .Append("- Language: ").Append(LanguageName(language)).Append('\n')
            .Append("- Format: Fountain, converted from ").AppendJoin(" and ", formats.Distinct()).Append("; speakers named where the source names them (`@?` where not), cues in parentheses\n")
            .Append("- Source files: ").AppendJoin(", ", sources).Append('\n')
            .Append("- How transcribed: imported from ").AppendJoin(", ", sources).Append(' ').Append(Mark).Append('\n')
            .Append("- Last updated: ").Append(time.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append('\n');
        AtomicFile.Write(path, text.ToString());
    }

    private static string LanguageName(string language)
    {
        var folder = FolderName.OfLanguage(language);
        return char.ToUpperInvariant(folder[0]) + folder[1..];
    }
}
