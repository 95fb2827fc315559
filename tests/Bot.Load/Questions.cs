namespace Bot.Load;

/// <summary>Questions about the shipped readings, with and without an answer.</summary>
internal static class Questions
{
    private static readonly string[] All =
    [
        "Have sanctions worked?", "Why did the Agreed Framework fail?", "What did the sanctions cost ordinary people?", "Who mines the coal?",
        "What is the weather in Lisbon?", "Does China enforce the sanctions?", "When did the consensus end?", "Why talk about the weapons that exist?",
        "What would arms control recognise?", "How many warheads are there?", "What is pressure for?", "Should humanitarian aid be exempt?",
        "What did engagement achieve?", "Which countries stopped buying?", "What happens if the sanctions are lifted?", "Who monitors the ships?",
    ];

    /// <summary>A question by its number, repeating.</summary>
    public static string Of(int number) => All[number % All.Length];
}
