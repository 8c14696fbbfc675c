namespace Telenovela.Tests.Corpus;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("telenovela-corpus-").FullName;

    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public string At(params string[] path) => System.IO.Path.Combine([Path, .. path]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
