using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Training;

/// <summary>Settings that belong together.</summary>
public static class TrainingPresets
{
    /// <summary>The names, in the order of their size.</summary>
    public static IReadOnlyList<string> Names { get; } = ["tiny", "speedrun", "base"];

    /// <summary>A preset.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static TrainingOptions Get(string name) => name switch
    {
        // A model that learns a few lines within seconds: for tests and for trying the commands.
        "tiny" => new TrainingOptions { Epochs = 3, Embedding = 32, Width = 64, Streams = 8, Steps = 32, LearningRate = 1e-2, Dropout = 0 },

        // Characters of one text of about a megabyte, in minutes: 64 streams keep the processor busy, 128 steps are two lines of dialogue.
        "speedrun" => new TrainingOptions
        {
            Epochs = 8,
            Embedding = 64,
            Width = 512,
            Streams = 64,
            Steps = 128,
            LearningRate = 4e-3,
            Dropout = 0.3,
        },

        // What is shipped. 6,000 subwords are 3.5 characters each; 384 and 640 wide are 6.5 million weights, which two hours on one
        // processor core teach 27 million tokens; two layers, as in the prototype; 16 streams of 64 steps are 1,024 tokens an update:
        // with twice as many there are too few updates, with fewer the products get slow.
        "base" => new TrainingOptions
        {
            Tokenizer = SubwordTokenizer.KindName,
            VocabularySize = 6000,
            Tied = true,
            Embedding = 384,
            Width = 640,
            Layers = 2,
            Dropout = 0.1,
            Streams = 16,
            Steps = 64,
            LearningRate = 2e-3,
            Epochs = 12,
            PieceLines = 150,
        },
        _ => throw new ArgumentException($"There is no preset “{name}”; there are {string.Join(", ", Names)}.", nameof(name)),
    };
}
