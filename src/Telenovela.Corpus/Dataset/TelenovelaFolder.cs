using Telenovela.Corpus.Checks;
using Telenovela.Corpus.Scripts;

namespace Telenovela.Corpus.Dataset;

/// <summary>A telenovela in a dataset: <c>&lt;language&gt;/&lt;id&gt;/</c> with its episodes and README.</summary>
/// <param name="Id">The folder's name.</param>
/// <param name="Title">The title: the README's first heading, else the first episode's title page, else made from the folder's name.</param>
/// <param name="Language">ISO 639-1: what the first title page that has one says, else by the folder above.</param>
/// <param name="LanguageFolder">The name of the folder above (<c>english</c>).</param>
/// <param name="Path">The folder's path relative to the dataset's folder, with forward slashes; <c>.</c> where it is that folder.</param>
/// <param name="Bible">The README; null where there is none.</param>
/// <param name="Episodes">The episodes in order.</param>
public sealed record TelenovelaFolder(string Id, string Title, string Language, string LanguageFolder, string Path, Bible? Bible, ValueList<EpisodeEntry> Episodes)
{
    /// <summary>The README's path relative to the dataset's folder, with forward slashes.</summary>
    public string ReadmePath => Path == "." ? CorpusFolder.Readme : $"{Path}/{CorpusFolder.Readme}";
}
