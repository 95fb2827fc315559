namespace Bot.Configuration;

/// <summary>The configuration cannot be used. The message names the setting and is shown to the operator as it is.</summary>
internal sealed class WrongSettingException(string message) : Exception(message);
