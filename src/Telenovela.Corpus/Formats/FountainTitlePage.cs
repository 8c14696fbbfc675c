using System.Globalization;
using System.Text.RegularExpressions;
using Telenovela.Corpus.Dataset;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Formats;

/// <summary>Reads and writes a Fountain title page: <c>Key: value</c> lines before the first blank line.</summary>
internal static partial class FountainTitlePage
{
    private const int MostLines = 400;

    private static readonly string[] FirstKeys =
    [
        "title", "credit", "author", "authors", "source", "notes", "draft date", "date", "contact", "copyright", "revision", "season",
        "episode", "episode title", "language", "license", "licence", "format",
        "título", "titulo", "créditos", "crédito", "escrita por", "escrito por", "autor", "autora", "autores", "fuente", "notas",
        "fecha", "versión", "contacto", "derechos", "revisión", "temporada", "episodio", "capítulo", "título del episodio", "idioma",
        "licencia", "formato", "año",
    ];

    /// <summary>Reads the title page if there is one.</summary>
    /// <param name="lines">The file's lines without comments.</param>
    /// <param name="fileName">The file's name, for the season and episode numbers that the page doesn't give.</param>
    /// <param name="body">The index of the first line after the page.</param>
    /// <returns>An episode without scenes.</returns>
    public static Episode Read(List<FountainLine> lines, string fileName, out int body)
    {
        var fields = Fields(lines, out body);
        var numbers = EpisodeFile.Guess(fileName) ?? new EpisodeFile(1, 0);
        var episode = new Episode { Season = numbers.Season, Number = numbers.Number };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var others = new List<TitleField>();
        foreach (var (key, value) in fields)
        {
            var known = Canonical(key);
            if (known.Length == 0 || seen.Contains(known) || With(episode, known, value) is not { } changed)
            {
                others.Add(new TitleField(key, value));
                continue;
            }

            if (value.Length > 0)
            {
                seen.Add(known);
                episode = changed;
            }
        }

        return episode with { OtherFields = others.ToValueList() };
    }

    /// <summary>The title page's lines.</summary>
    /// <param name="episode">The episode.</param>
    /// <returns>Lines without line ends; the season is always among them.</returns>
    public static IEnumerable<string> Write(Episode episode)
    {
        (string Key, string Value)[] known =
        [
            ("Title", episode.Telenovela),
            ("Season", episode.Season.ToString(CultureInfo.InvariantCulture)),
            ("Episode", episode.Number == 0 ? "" : episode.Number.ToString(CultureInfo.InvariantCulture)),
            ("Episode Title", episode.Title),
            ("Language", episode.Language),
            ("Author", episode.Author),
            ("License", episode.License),
        ];
        return known
            .Select(field => (field.Key, Value: FountainMarkup.Encode(PlainText.Clean(field.Value))))
            .Where(field => field.Value.Length > 0)
            .Concat(episode.OtherFields.Select(field => (field.Key, Value: FountainMarkup.Encode(PlainText.Clean(field.Value)))))
            .Select(field => $"{field.Key}: {field.Value}".TrimEnd());
    }

    private static List<TitleField> Fields(List<FountainLine> lines, out int body)
    {
        var fields = new List<(string Key, List<string> Values)>();
        body = 0;
        for (var i = 0; i < Math.Min(lines.Count, MostLines); i++)
        {
            var line = lines[i];
            if (line.Note is not null || line.IsComment || (line.Text.Length == 0 && fields.Count == 0))
            {
                continue;
            }

            var match = KeyValue().Match(line.Text);
            if (line.IsIndented && fields.Count > 0 && line.Text.Length > 0)
            {
                fields[^1].Values.Add(line.Text);
            }
            else if (match.Success && !FountainReader.IsHeading(line.Text) &&
                (fields.Count > 0 || FirstKeys.Contains(match.Groups[1].Value.ToLowerInvariant())))
            {
                fields.Add((match.Groups[1].Value, [match.Groups[2].Value]));
            }
            else
            {
                break;
            }

            body = i + 1;
        }

        return [.. fields.Select(field => new TitleField(field.Key, PlainText.Clean(FountainMarkup.Decode(string.Join(' ', field.Values)))))];
    }

    private static string Canonical(string key) => key.ToLowerInvariant() switch
    {
        "author" or "authors" or "autor" or "autora" or "autores" => "author",
        "license" or "licence" or "licencia" => "license",
        "título" or "titulo" => "title",
        "temporada" => "season",
        "episodio" or "capítulo" => "episode",
        "título del episodio" => "episode title",
        "idioma" => "language",
        var other and ("title" or "season" or "episode" or "episode title" or "language") => other,
        _ => "",
    };

    private static Episode? With(Episode episode, string key, string value) => key switch
    {
        "title" => episode with { Telenovela = value },
        "episode title" => episode with { Title = value },
        "language" => episode with { Language = value },
        "author" => episode with { Author = value },
        "license" => episode with { License = value },
        "season" when Number(value) is { } season => episode with { Season = season },
        "episode" when Number(value) is { } number => episode with { Number = number },
        _ => null,
    };

    private static int? Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= EpisodeFile.Highest ? number : null;

    [GeneratedRegex(@"^(\p{L}[\p{L}\p{M}\p{N} _.,'\u2019()&#-]{0,40}?) ?: ?(.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyValue();
}
