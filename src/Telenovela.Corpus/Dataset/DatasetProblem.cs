namespace Telenovela.Corpus.Dataset;

/// <summary>Something in a dataset that someone has to mend.</summary>
/// <param name="File">The file, relative to the dataset's folder, with forward slashes.</param>
/// <param name="Line">The line, from 1; 0 where the whole file is meant.</param>
/// <param name="Rule">The rule's short name, such as <c>speaker-in-bible</c>.</param>
/// <param name="Message">A sentence that says what to do.</param>
public sealed record DatasetProblem(string File, int Line, string Rule, string Message);
