namespace Bot.Terminal;

/// <summary>When the console runs.</summary>
internal enum ConsoleMode
{
    /// <summary>At a terminal, and on piped lines if there is no other adapter.</summary>
    Auto,

    /// <summary>Only at a terminal: a service without one runs its other adapters.</summary>
    Terminal,

    /// <summary>Never.</summary>
    Off,
}

/// <summary>The section <c>Console</c>.</summary>
internal sealed class ConsoleOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Console";

    /// <summary>When the console runs.</summary>
    public ConsoleMode Mode { get; set; } = ConsoleMode.Auto;
}
