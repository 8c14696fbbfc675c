using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Telenovela.Tests.Retraining;

/// <summary>Finds out from the log which child process was started.</summary>
internal sealed class ChildLog<T> : ILogger<T>
{
    /// <summary>Its id; 0 before there is one.</summary>
    public int Id { get; private set; }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded
    {
        get
        {
            try
            {
                using var child = Process.GetProcessById(Id);
                return child.HasExited;
            }
            catch (ArgumentException)
            {
                return true;
            }
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel == LogLevel.Information)
        {
            Id = int.Parse(formatter(state, exception).Split(' ')[^1], CultureInfo.InvariantCulture);
        }
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}
