using System.Globalization;
using Telenovela.Corpus.Dataset;

namespace Telenovela.Corpus.Checks;

/// <summary>Holds a telenovela's figures to the limits of its register.</summary>
internal static class RegisterRules
{
    public static void Check(TelenovelaFolder telenovela, TelenovelaCheck measured, RegisterLimits limits, List<DatasetProblem> problems)
    {
        var (register, style) = (limits.Register, measured.Style);
        var voices = measured.Speakers.Count(speaker => speaker.Value >= limits.VoiceCharacters);
        if (voices < limits.Voices)
        {
            Report("size-voices", $"{voices} characters speak {limits.VoiceCharacters:N0} characters or more; in a {register} telenovela {limits.Voices} have to.");
        }

        if (measured.DistinctFourGrams < limits.DistinctFourGrams)
        {
            Report("distinct-4-grams", $"Only {measured.DistinctFourGrams:F4} of the spoken word 4-grams are distinct; rewrite repeated phrases until it is {limits.DistinctFourGrams:F2} or more.");
        }

        if (measured.Compressed.Ratio < limits.CompressedRatio)
        {
            Report("compressed-ratio", $"{measured.Compressed.Compressor} makes the scripts {measured.Compressed.Ratio:F4} of their size, as it does with repetitive text; vary words and scenes until it is {limits.CompressedRatio:F2} or more.");
        }

        if (style.LineCharacters < limits.LeastLineCharacters || style.LineCharacters > limits.MostLineCharacters)
        {
            Report("line-length", $"A spoken line has {style.LineCharacters:F1} characters on average; in a {register} telenovela it has {limits.LeastLineCharacters} to {limits.MostLineCharacters}.");
        }

        if (style.SentenceWords > limits.SentenceWords)
        {
            Report("sentence-length", $"A spoken sentence has {style.SentenceWords:F1} words on average; cut long ones until it has {limits.SentenceWords} or fewer, as a {register} telenovela.");
        }

        if (limits.WordForms.TryGetValue(FolderName.Code(telenovela.Language), out var most) && style.WordForms > most)
        {
            Report("word-forms", $"There are {style.WordForms:N0} word forms in the first {StyleMeasure.MeasuredCharacters:N0} characters; say rare things in common words until there are {most:N0} or fewer.");
        }

        if (style.Directions > limits.Directions)
        {
            Report("directions", $"Directions and cues are {style.Directions:P1} of the text; shorten them until they are {limits.Directions:P0} or less.");
        }

        void Report(string rule, FormattableString message) =>
            problems.Add(new DatasetProblem(telenovela.Path, 0, rule, message.ToString(CultureInfo.InvariantCulture)));
    }
}
