using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Tests.Corpus.Checks;

/// <summary>A dataset of one telenovela with two episodes, in which nothing is wrong but its size.</summary>
internal sealed class SmallDataset : IDisposable
{
    public const string First = """
        Title: El Último Beso
        Season: 1
        Episode: 1
        Language: en
        Author: People
        License: CC0-1.0

        INT. LOBBY - DAY

        [[arc: lost-love]]

        = Marisol waits.

        Teo comes in.

        MARISOL
        You came.

        TEO
        (sighs)
        I did, ¿no?
        """;

    public const string Second = """
        Title: El Último Beso
        Season: 1
        Episode: 2
        Language: en
        Author: People
        License: CC0-1.0

        EXT. PORT - NIGHT

        [[arc: lost-love]]
        [[arc: revenge]]

        = They part.

        MARISOL
        Good-bye, Teo.

        DOCTOR PAZ
        Too late.
        """;

    public const string Card = """
        # A dataset

        ## Arcs
        | arc | meaning |
        |---|---|
        | lost-love | parted |
        | revenge | paid back |
        | amnesia | forgotten |
        """;

    private const string Folder = "english/el_ultimo_beso";

    private readonly TemporaryFolder _folder = new();

    public SmallDataset(string first = First, string second = Second, string? bible = BibleTests.Example, string? card = null)
    {
        Write("s01e01.fountain", first);
        Write("s01e02.fountain", second);
        if (bible is not null)
        {
            Write("README.md", bible);
        }

        if (card is not null)
        {
            _folder.Write("README.md", card);
        }
    }

    /// <summary>Limits that no size falls short of.</summary>
    public static CheckThresholds AnySize { get; } = new()
    {
        Registers = [RegisterLimits.Literary with { Voices = 0 }, RegisterLimits.Plain with { Voices = 0 }],
        Episodes = 0,
        Characters = 0,
        LeastCast = 0,
        DatasetCharacters = 0,
        Arcs = 0,
    };

    public string Path => _folder.Path;

    public string At(string file) => _folder.At("english", "el_ultimo_beso", file);

    public void Write(string file, string text) => _folder.Write($"{Folder}/{file}", text);

    public CheckReport Check(CheckThresholds? thresholds = null, string folder = "") => new CorpusCheck(thresholds ?? AnySize)
        .Run(CorpusFolder.Load(_folder.At(folder), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    /// <summary>All problems as <c>rule file:line</c>, the file within the telenovela's folder.</summary>
    public IReadOnlyList<string> Problems(CheckThresholds? thresholds = null, string folder = "")
    {
        var report = Check(thresholds, folder);
        return [.. report.Telenovelas.SelectMany(telenovela => telenovela.Problems).Concat(report.Problems)
            .Select(problem => $"{problem.Rule} {problem.File.Replace(Folder + "/", "", StringComparison.Ordinal)}:{problem.Line}")];
    }

    public void Dispose() => _folder.Dispose();
}
