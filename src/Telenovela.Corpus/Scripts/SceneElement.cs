namespace Telenovela.Corpus.Scripts;

/// <summary>What a scene consists of: a <see cref="ScriptLine"/> or a <see cref="StageDirection"/>.</summary>
public abstract record SceneElement
{
    private protected SceneElement()
    {
    }
}
