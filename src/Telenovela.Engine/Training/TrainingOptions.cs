using Telenovela.Engine.Tokenizers;

namespace Telenovela.Engine.Training;

/// <summary>How to train. The defaults were measured on texts of about a million characters.</summary>
public sealed record TrainingOptions
{
    /// <summary>Passes over the text.</summary>
    /// <value>30, as in the talk.</value>
    public int Epochs { get; init; } = 30;

    /// <summary>Characters of an epoch, where it is to be shorter or longer than the text: the next epoch reads on.</summary>
    /// <value>Null: the whole text.</value>
    public long? EpochCharacters { get; init; }

    /// <summary>Lines of the pieces that a text of many works is shuffled in; 0 keeps it in its order.</summary>
    /// <value>0.</value>
    public int PieceLines { get; init; }

    /// <summary>What each of those pieces begins with, for example the mark of a header.</summary>
    /// <value>Empty: anything.</value>
    public string PieceStart { get; init; } = "";

    /// <summary>The tokenizer's kind (<see cref="TokenizerKinds"/>).</summary>
    /// <value>Characters: a text of a megabyte has too few words to learn them one by one.</value>
    public string Tokenizer { get; init; } = CharacterTokenizer.KindName;

    /// <summary>Most tokens of a word or subword tokenizer.</summary>
    /// <value>6,000: about 3.5 characters a token, and the output layer is a third of the work.</value>
    public int VocabularySize { get; init; } = 6000;

    /// <summary>Whether embedding and output layer share their weights (<see cref="Models.ModelShape.Tied"/>).</summary>
    /// <value>False, as char-rnn; words and subwords profit.</value>
    public bool Tied { get; init; }

    /// <summary>LSTM units a layer.</summary>
    /// <value>512: the largest that two processor cores train overnight.</value>
    public int Width { get; init; } = 512;

    /// <summary>LSTM layers.</summary>
    /// <value>2, as char-rnn has found best for its size.</value>
    public int Layers { get; init; } = 2;

    /// <summary>Numbers a character is embedded in.</summary>
    /// <value>64: about the size of the vocabulary.</value>
    public int Embedding { get; init; } = 64;

    /// <summary>Share of activations dropped.</summary>
    /// <value>Null: 0.4 for ten epochs and more, less for fewer, since a model that sees a text three times can't learn it by heart.</value>
    public double? Dropout { get; init; }

    /// <summary>Share of the vocabulary left out of the input for a piece (embedding dropout).</summary>
    /// <value>0.</value>
    public double WordDropout { get; init; }

    /// <summary>Share of the recurrent weights left out for a piece (weight drop).</summary>
    /// <value>0.</value>
    public double WeightDrop { get; init; }

    /// <summary>Whether products are made of bfloat16 numbers.</summary>
    /// <value>Null: where that is faster (<see cref="Precision.PrefersBFloat16"/>).</value>
    public bool? BFloat16 { get; init; }

    /// <summary>Parallel streams that the text is laid out in.</summary>
    /// <value>32: more updates an epoch than 64, which matters for texts of a megabyte.</value>
    public int Streams { get; init; } = 32;

    /// <summary>Steps that the gradient flows back; the state is carried further.</summary>
    /// <value>64 characters, a line of dialogue: twice the updates of 128, which matters for short texts.</value>
    public int Steps { get; init; } = 64;

    /// <summary>Highest learning rate, reached after the warm-up; it then falls along a cosine to a twentieth.</summary>
    /// <value>0.003.</value>
    public double LearningRate { get; init; } = 3e-3;

    /// <summary>Norm that gradients are clipped to.</summary>
    /// <value>1.</value>
    public double ClipNorm { get; init; } = 1.0;

    /// <summary>Decoupled weight decay (AdamW, Loshchilov and Hutter 2019).</summary>
    /// <value>0.01.</value>
    public double WeightDecay { get; init; } = 0.01;

    /// <summary>The same seed on one thread gives the same weights.</summary>
    /// <value>1.</value>
    public long Seed { get; init; } = 1;

    /// <summary>Threads for libtorch; 0 for one a processor.</summary>
    /// <value>0.</value>
    public int Threads { get; init; }

    /// <summary>The dropout that applies.</summary>
    public double EffectiveDropout => Dropout ?? Math.Min(0.4, 0.04 * Epochs);
}
